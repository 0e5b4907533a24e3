import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** More are hardly the files of one program. */
const MOST_FILES = 10_000;
/** Python leaves what it compiles there: it follows from the sources. */
const LEFT_OUT: ReadonlySet<string> = new Set(["__pycache__"]);

/** The files that patterns match. */
export interface MatchedFiles {
  /** From the folder, each once, sorted. */
  readonly paths: readonly string[];
  /** The patterns that match nothing. */
  readonly unmatched: readonly string[];
}

/**
 * Returns the files of a folder that match any of some patterns: `*` is any part of a name, `?` a character, `**` any
 * folders. A name that begins with a dot has to be written with it.
 * @throws {RangeError} If there are too many.
 */
export function matchFiles(folder: string, patterns: readonly string[]): MatchedFiles {
  const paths = new Set<string>();
  const unmatched = patterns.filter((pattern) => {
    let isFound = false;
    for (const path of matching(folder, pattern.split("/"), "")) {
      isFound = true;
      paths.add(path);
      if (paths.size > MOST_FILES) throw new RangeError(`files must match at most ${MOST_FILES} files`);
    }
    return !isFound;
  });
  return { paths: [...paths].sort(), unmatched };
}

function* matching(folder: string, parts: readonly string[], at: string): Generator<string> {
  const [part, ...rest] = parts;
  if (part === undefined) return;
  if (part === "**") {
    yield* matching(folder, rest.length > 0 ? rest : ["*"], at);
    for (const { name, isFolder } of entriesOf(folder, at))
      if (isFolder && !name.startsWith(".")) yield* matching(folder, parts, joined(at, name));
    return;
  }
  if (!/[*?]/.test(part)) {
    const path = joined(at, part);
    if (rest.length > 0) yield* matching(folder, rest, path);
    else if (statSync(join(folder, path), { throwIfNoEntry: false })?.isFile()) yield path;
    return;
  }
  const fits = expression(part);
  for (const { name, isFolder } of entriesOf(folder, at)) {
    if (!fits.test(name)) continue;
    if (rest.length > 0 && isFolder) yield* matching(folder, rest, joined(at, name));
    else if (rest.length === 0 && !isFolder) yield joined(at, name);
  }
}

/** Symbolic links are followed to files, never to folders: these could lead in circles. */
function entriesOf(folder: string, at: string): { readonly name: string; readonly isFolder: boolean }[] {
  const path = join(folder, at);
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const isFile =
      entry.isFile() ||
      (entry.isSymbolicLink() && statSync(join(path, entry.name), { throwIfNoEntry: false })?.isFile());
    if (LEFT_OUT.has(entry.name) || !(isFile || entry.isDirectory())) return [];
    return { name: entry.name, isFolder: entry.isDirectory() };
  });
}

function expression(part: string): RegExp {
  const source = part
    .replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll("*", "[^/]*")
    .replaceAll("?", "[^/]");
  return new RegExp(`^${/^[*?]/.test(part) ? "(?!\\.)" : ""}${source}$`, "u");
}

function joined(at: string, name: string): string {
  return at === "" ? name : `${at}/${name}`;
}
