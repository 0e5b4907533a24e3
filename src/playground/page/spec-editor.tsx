import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Problem } from "../../spec/problem.ts";
import { counted } from "../../text/counted.ts";
import type { Editor } from "./editor/open-editor.ts";

/** The spec in an editor, and below it what is wrong with it. */
export function SpecEditor({
  text,
  edition,
  problems,
  onText,
  onRun,
}: {
  text: string;
  /** Of the text: the editor takes another one, but nothing that was typed into it. */
  edition: number;
  problems: readonly Problem[];
  onText: (text: string) => void;
  onRun: () => void;
}): JSX.Element {
  const host = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<Editor>();
  const latest = useRef({ text, onText, onRun });
  latest.current = { text, onText, onRun };
  useEffect(() => loadEditor(host.current, latest, setEditor), []);
  useLayoutEffect(() => editor?.setText(latest.current.text), [editor, edition]);
  useEffect(() => editor?.showProblems(problems), [editor, problems]);
  return (
    <>
      <div class="editor" ref={host} hidden={!editor} />
      {!editor && (
        <textarea
          class="editor"
          aria-label="Experiment file"
          spellcheck={false}
          value={text}
          onInput={({ currentTarget }) => onText(currentTarget.value)}
        />
      )}
      <Problems problems={problems} onChoose={(problem) => editor?.goTo(problem)} />
    </>
  );
}

type Latest = { current: { text: string; onText: (text: string) => void; onRun: () => void } };

/** Fetches the editor after the first view. Returns what closes it. */
function loadEditor(host: HTMLElement | null, latest: Latest, onOpen: (editor: Editor) => void): () => void {
  const opened: (Editor | undefined)[] = [];
  const open = async (): Promise<void> => {
    const { openEditor } = await import("./editor/open-editor.ts");
    if (!host || opened.length > 0) return;
    const editor = openEditor(host, {
      text: latest.current.text,
      onText: (text) => latest.current.onText(text),
      onRun: () => latest.current.onRun(),
    });
    opened.push(editor);
    onOpen(editor);
  };
  void open();
  return () => {
    opened.forEach((editor) => editor?.close());
    opened.push(undefined); // it is not opened later
  };
}

/** Problems as buttons that lead to their places. */
function Problems({
  problems,
  onChoose,
}: {
  problems: readonly Problem[];
  onChoose: (problem: Problem) => void;
}): JSX.Element {
  return (
    <div class="problems">
      <p class="unseen" role="status">
        {problems.length === 0 ? "No problems" : counted(problems.length, "problem")}
      </p>
      <ul aria-label="Problems">
        {problems.map((problem) => (
          <li key={`${problem.line}:${problem.column} ${problem.message}`}>
            <button type="button" class="problem" onClick={() => onChoose(problem)}>
              <span class={problem.severity}>
                {problem.severity === "error" ? "Error" : "Warning"}, line {problem.line}
              </span>
              <span>{problem.message}</span>
              {problem.hint !== undefined && <span class="muted">{problem.hint}</span>}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
