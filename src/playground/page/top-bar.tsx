import type { JSX } from "preact";
import { saveFile } from "../../browser/parts/save-file.ts";
import type { SpecText } from "../messages.ts";
import { linkTo } from "./address.ts";
import type { Shown } from "./use-shown.ts";

/** What the reader opens, shares and saves. */
export function TopBar({
  shown: { spec, lesson, notice, show, openLesson, openFiles, notify },
  examples,
  trouble,
  onForget,
}: {
  shown: Shown;
  examples: Readonly<Record<string, string>>;
  /** What the session could not do; "" for nothing. */
  trouble: string;
  /** Absent while there is nothing to forget, or a sweep trains. */
  onForget: (() => void) | undefined;
}): JSX.Element {
  const said = trouble || notice;
  return (
    <header class="top">
      <h1>
        gridient <span>playground</span>
      </h1>
      <div class="choices">
        <ExampleChoice {...{ spec, examples }} onSpec={show} />
        <button type="button" aria-pressed={lesson !== undefined} onClick={() => openLesson("")}>
          Lessons
        </button>
        <FileChoice onFiles={openFiles} />
        <button type="button" onClick={() => saveFile(fileName(spec), spec.text, "application/yaml")}>
          Save
        </button>
        <button type="button" onClick={() => void share(spec, notify)}>
          Copy link
        </button>
        <button
          type="button"
          class="quiet"
          disabled={!onForget}
          title="Removes the records of all trials from this browser"
          onClick={onForget}
        >
          Forget results
        </button>
      </div>
      <p class={said === "" ? "unseen" : "notice"} role="status">
        {said}
      </p>
    </header>
  );
}

/** Puts a link to the spec into the address, and into the clipboard where that is allowed. */
async function share(spec: SpecText, notify: (notice: string) => void): Promise<void> {
  const link = linkTo(spec);
  if (link === undefined) return notify("The experiment is too long for a link. Save it as a file.");
  history.replaceState(null, "", link);
  await navigator.clipboard.writeText(link).then(
    () => notify("Copied the link"),
    () => notify("The link is in the address bar"),
  );
}

/** A button that opens experiments and data of the user. */
function FileChoice({ onFiles }: { onFiles: (files: Iterable<File>) => void }): JSX.Element {
  return (
    <label class="file">
      Open files
      <input
        type="file"
        multiple
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          currentTarget.value = ""; // else the same file cannot be chosen again
        }}
      />
    </label>
  );
}

function fileName({ file }: SpecText): string {
  return file.replace(/^.*\//, "");
}

/** The experiments of the repository, for a start. */
function ExampleChoice({
  spec,
  examples,
  onSpec,
}: {
  spec: SpecText;
  examples: Readonly<Record<string, string>>;
  onSpec: (spec: SpecText) => void;
}): JSX.Element {
  const isExample = examples[spec.file] === spec.text;
  return (
    <select
      aria-label="Example"
      value={isExample ? spec.file : ""}
      onChange={({ currentTarget: { value: file } }) => onSpec({ file, text: examples[file] ?? "" })}
    >
      {!isExample && (
        <option value="" disabled>
          {fileName(spec)}
        </option>
      )}
      {Object.keys(examples).map((file) => (
        <option key={file} value={file}>
          {fileName({ file, text: "" })}
        </option>
      ))}
    </select>
  );
}
