import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import type { Language } from "../lessons/lesson.ts";
import { LessonPanel } from "../lessons/lesson-panel.tsx";
import type { Checked, SpecText } from "../messages.ts";
import type { Problem } from "../../spec/problem.ts";
import type { Session } from "../session.ts";
import { OwnFiles } from "./own-files.tsx";
import { PlanView } from "./plan-view.tsx";
import { ResultsView } from "./results-view.tsx";
import { isLong, RunBar } from "./run-bar.tsx";
import { SpecEditor } from "./spec-editor.tsx";
import { TopBar } from "./top-bar.tsx";
import { useSession } from "./use-session.ts";
import { useShown, type Shown } from "./use-shown.ts";

/** What the page starts with. */
export interface Start {
  /** The text of each experiment whose data is built in, by its path. */
  readonly examples: Readonly<Record<string, string>>;
}

const NONE: readonly Problem[] = [];
const FIRST = "experiments/lr.yaml";

/** The whole page: an experiment, what it would train, and what came of it. */
export function PlaygroundPage({ examples }: Start): JSX.Element {
  const shown = useShown({ file: FIRST, text: examples[FIRST] ?? "" });
  const { spec, files, openFiles } = shown;
  const { session, checked, sweep, trouble, attempt, run } = useSession(spec, files);
  const [askedFor, setAskedFor] = useState<SpecText>();
  const outcome = useRef<HTMLDivElement>(null);
  const isTraining = sweep?.connection === "open";
  const isAsked = askedFor === spec;
  const start = (): void => {
    if (isTraining || checked?.status !== "planned") return;
    const mustAsk = !isAsked && isLong(checked.plan);
    setAskedFor(mustAsk ? spec : undefined);
    if (mustAsk) return;
    run(spec);
    outcome.current?.scrollIntoView(); // it is below the editor on a narrow screen
  };
  const forget = async (opened: Session): Promise<void> => {
    await opened.forget();
    shown.notify("Removed all stored results");
  };
  return (
    <div
      class="playground"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => drop(event, openFiles)}
    >
      <TopBar
        {...{ shown, examples, trouble }}
        onForget={session && !isTraining ? () => void attempt(forget) : undefined}
      />
      <div class="columns">
        <Typed {...{ shown, checked }} onRun={start} />
        <div class="outcome" ref={outcome}>
          <section class="run" aria-label="Plan">
            <RunBar
              {...{ checked, isTraining, isAsked }}
              onRun={start}
              onStop={() => session?.stop()}
              onCancel={() => setAskedFor(undefined)}
            />
            <PlanView checked={checked} />
          </section>
          {sweep && session ? <ResultsView {...{ sweep, session, attempt }} /> : <Introduction />}
        </div>
      </div>
    </div>
  );
}

/** The experiment in the editor, below the lesson that it is of and the data of the user. */
function Typed({
  shown: { spec, edition, lesson, files, show, type, openLesson },
  checked,
  onRun,
}: {
  shown: Shown;
  checked: Checked | undefined;
  onRun: () => void;
}): JSX.Element {
  const [language, setLanguage] = useState<Language>("en");
  return (
    <section class="typed" aria-label="Experiment">
      {lesson !== undefined && (
        <LessonPanel
          {...{ lesson, language, onRun }}
          onLanguage={setLanguage}
          onLesson={(id = "") => openLesson(id)}
          onSpec={(next) => show(next, lesson)}
        />
      )}
      <OwnFiles files={files} onSpec={show} />
      <SpecEditor
        text={spec.text}
        edition={edition}
        problems={checked?.problems ?? NONE}
        onText={type}
        onRun={onRun}
      />
    </section>
  );
}

/** What there is to do, until something has been trained. */
function Introduction(): JSX.Element {
  return (
    <main class="intro">
      <h2>An experiment in one file</h2>
      <p>
        The file on this page describes networks, their data, and what varies. <em>Run</em> trains every
        configuration in this browser, and reports what it found, with the same bytes as the command line.
      </p>
      <p>
        Change a value and run it again: only new trials are trained. Drop a CSV file here to use your own
        data, which stays in this browser. <em>Copy link</em> puts the whole experiment into an address.
      </p>
    </main>
  );
}

function drop(event: DragEvent, openFiles: Shown["openFiles"]): void {
  event.preventDefault();
  openFiles(event.dataTransfer?.files ?? []);
}
