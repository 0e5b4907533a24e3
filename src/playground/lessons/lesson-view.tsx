import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { BackpropagationView } from "./backpropagation-view.tsx";
import { lessonSpec, startOf, type Knob, type Language, type Lesson, type LessonSpec } from "./lesson.ts";
import { WORDS } from "./words.ts";

/** One lesson: its question, its text, its knobs. It hands over the experiment when it appears and when a knob is turned. */
export function LessonView({
  lesson,
  language,
  onSpec,
  onRun,
}: {
  lesson: Lesson;
  language: Language;
  onSpec: (spec: LessonSpec) => void;
  onRun: () => void;
}): JSX.Element {
  const [chosen, setChosen] = useState(() => startOf(lesson));
  useEffect(() => onSpec(lessonSpec(lesson, chosen)), [lesson, chosen]);
  return (
    <article>
      <h2>{lesson.title[language]}</h2>
      <p class="lesson-question">{lesson.question[language]}</p>
      {lesson.text[language].map((text) => (
        <p key={text}>{withCode(text)}</p>
      ))}
      {lesson.view === "backpropagation" && <BackpropagationView language={language} />}
      <div class="lesson-knobs">
        {lesson.knobs.map((knob, k) => (
          <KnobChoice
            key={knob.path}
            knob={knob}
            chosen={chosen[k] ?? ""}
            onChoose={(value) => setChosen(chosen.with(k, value))}
          />
        ))}
        <button type="button" class="primary" onClick={onRun}>
          {WORDS.run[language]}
        </button>
      </div>
      <p class="lesson-task">{withCode(lesson.task[language])}</p>
      <p class="lesson-turn">{WORDS.turn[language]}</p>
    </article>
  );
}

/** The values of a field, one of them pressed. */
function KnobChoice({
  knob: { path, values },
  chosen,
  onChoose,
}: {
  knob: Knob;
  chosen: string;
  onChoose: (value: string) => void;
}): JSX.Element {
  return (
    <div class="lesson-knob" role="group" aria-label={path}>
      <code>{path}</code>
      <div class="switch">
        {values.map((value) => (
          <button key={value} type="button" aria-pressed={value === chosen} onClick={() => onChoose(value)}>
            {value}
          </button>
        ))}
      </div>
    </div>
  );
}

/** Returns text with what is between backticks as code. */
function withCode(text: string): (string | JSX.Element)[] {
  return text.split("`").map((part, i) => (i % 2 === 1 ? <code key={i}>{part}</code> : part));
}
