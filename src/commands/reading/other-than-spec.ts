import { closeSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import { isIdx } from "../../data/idx/is-idx.ts";
import { isImage } from "../../data/images/decode-image.ts";
import { isTableFile } from "../../data/table/reading/kind-of-file.ts";
import { whatIs } from "../../data/table/reading/what-is.ts";
import { statement, type Statement } from "../../statement.ts";
import { readersCommand } from "../../text/readers-command.ts";

const SPEC_FILE = /\.ya?ml$/i;
/** A line that only specs have, in YAML or JSON. */
const SAYS_DATASET = /^[\s{"']*(?:dataset|extends)["']?\s*:/m;
const LOOKED_AT = 1 << 16;
const IMAGE_FILE = /\.(?:png|jpe?g)$/i;
const FOLDERS = "To learn from images, name a folder with a folder for each class";
const NEXT = "experiments/NAME.yaml";

/** Returns what a path names other than a spec, and what to do with it; undefined where it may be a spec. */
export function otherThanSpec(path: string): Statement | undefined {
  const facts = statSync(path, { throwIfNoEntry: false });
  if (facts?.isDirectory()) return otherFolder(path);
  if (!facts?.isFile() || SPEC_FILE.test(path)) return undefined;
  const start = startOf(path);
  const text = new TextDecoder().decode(start);
  if (SAYS_DATASET.test(text)) return undefined;
  if (/\.(?:safetensors|onnx)$/i.test(path) || /^\s*\{\s*"format":\s*"gridient/.test(text))
    return notSpec("a trained network", `To use it: ${readersCommand("predict", [path, "data.csv"])}`);
  if (isTableFile(path)) return asData("a table", path);
  if (isIdx(path)) return asData("an IDX file", path);
  if (isImage(start.subarray(0, 8))) return notSpec("an image", FOLDERS);
  const other = whatIs(start);
  if (other) return notSpec(other.what, other.hint);
  return /\.(?:py|ipynb|r|jl|m)$/i.test(path)
    ? notSpec("a program", `Experiments are YAML files. To write one: ${readersCommand("init", [NEXT])}`)
    : undefined;
}

/** A folder of specs gets another hint from its reader. */
function otherFolder(path: string): Statement | undefined {
  const entries = readdirSync(path, { withFileTypes: true });
  if (entries.some(({ name }) => SPEC_FILE.test(name))) return undefined;
  const inner = entries.find((entry) => entry.isDirectory() && !entry.name.startsWith("."));
  const files = inner ? readdirSync(join(path, inner.name), { recursive: true }).map(String) : [];
  if (files.some((file) => IMAGE_FILE.test(file))) return asData("a folder of images", path);
  if (!entries.some(({ name }) => IMAGE_FILE.test(name))) return undefined;
  return notSpec("a folder of images", FOLDERS);
}

function asData(what: string, path: string): Statement {
  const command = readersCommand("init", [NEXT, "--dataset", path]);
  return notSpec(what, `To write an experiment that learns from it: ${command}`);
}

function notSpec(what: string, hint: string): Statement {
  return statement("wrong-format", `This is ${what}, not an experiment`, hint);
}

function startOf(path: string): Uint8Array {
  const bytes = new Uint8Array(LOOKED_AT);
  const file = openSync(path, "r");
  try {
    return bytes.subarray(0, readSync(file, bytes));
  } finally {
    closeSync(file);
  }
}
