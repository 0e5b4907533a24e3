import type { JSX } from "preact";
import { bytesText } from "../../text/quantity-text.ts";
import { utf8Text } from "../../text/utf8.ts";
import type { Files, SpecText } from "../messages.ts";

/** What has been dropped or chosen. */
export interface Opened {
  readonly files: Files;
  /** The last YAML file among it. */
  readonly spec: SpecText | undefined;
}

/** Reads files of the user: experiments for the editor, and data. They stay in this browser. */
export async function readOwn(list: Iterable<File>): Promise<Opened> {
  const read = await Promise.all(
    Array.from(list, async (file) => ({ file, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
  const isSpec = ({ file }: { file: File }): boolean => /\.ya?ml$/.test(file.name);
  const data = read.filter((each) => !isSpec(each));
  const spec = read.findLast(isSpec);
  return {
    files: new Map(data.map(({ file, bytes }) => [`data/${pathOf(file)}`, bytes])),
    spec: spec && { file: `experiments/${spec.file.name}`, text: utf8Text(spec.bytes) },
  };
}

/** The path in a folder that was chosen as a whole. */
function pathOf({ name, webkitRelativePath }: File): string {
  return webkitRelativePath === "" ? name : webkitRelativePath;
}

/** The user's data, each with a button that begins an experiment on it. */
export function OwnFiles({
  files,
  onSpec,
}: {
  files: Files;
  onSpec: (spec: SpecText) => void;
}): JSX.Element | null {
  const tables = [...files].filter(([path]) => /\.(csv|tsv)$/.test(path));
  if (files.size === 0) return null;
  return (
    <ul class="own" aria-label="Your data">
      {tables.map(([path, bytes]) => (
        <li key={path}>
          <code>{path}</code> <span class="muted">{bytesText(bytes.length)}, stays in this browser</span>{" "}
          <button type="button" onClick={() => onSpec(specFor(path, bytes))}>
            New experiment on it
          </button>
        </li>
      ))}
      {files.size > tables.length && (
        <li class="muted">{files.size - tables.length} other files, which stay in this browser</li>
      )}
    </ul>
  );
}

/** Returns an experiment that predicts the last column of a table as a class. */
function specFor(path: string, bytes: Uint8Array): SpecText {
  const [heading = ""] = utf8Text(bytes.subarray(0, 1 << 16)).split(/\r?\n/, 1);
  const target = heading.split(path.endsWith(".tsv") ? "\t" : /[,;]/).at(-1) ?? "";
  const name = path.replace(/^.*\//, "").replace(/\.\w+$/, "");
  const quoted = JSON.stringify(target.replaceAll(/^"|"$/g, ""));
  const text = `dataset:
  name: csv
  path: ${JSON.stringify(`../${path}`)}
  target: ${quoted}
architecture:
  hidden: [16]
eta: [0.03, 0.3, 3]
epochs: 20
replicates: 3
`;
  return { file: `experiments/${name}.yaml`, text };
}
