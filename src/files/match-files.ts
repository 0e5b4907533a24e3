import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { isInside } from "./is-inside.ts";
import { realPath } from "./real-path.ts";

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
  /** What patterns name out of the boundary, from the folder; nothing there is read. */
  readonly outside: readonly string[];
}

/** Where files are looked for. */
interface Place {
  readonly folder: string;
  readonly boundary: string;
  readonly outside: Set<string>;
}

/**
 * Returns the files of a folder that match any of some patterns: `*` is any part of a name, `?` a character, `**` any
 * folders. A name that begins with a dot has to be written with it.
 * @param boundary The folder that all must be in, links followed.
 * @throws {RangeError} If there are too many.
 */
export function matchFiles(folder: string, patterns: readonly string[], boundary: string): MatchedFiles {
  const place: Place = { folder, boundary, outside: new Set() };
  const paths = new Set<string>();
  const unmatched = patterns.filter((pattern) => {
    let isFound = false;
    for (const path of matching(place, pattern.split("/"), "")) {
      isFound = true;
      paths.add(path);
      if (paths.size > MOST_FILES) throw new RangeError(`files must match at most ${MOST_FILES} files`);
    }
    return !isFound;
  });
  return { paths: [...paths].sort(), unmatched, outside: [...place.outside] };
}

function* matching(place: Place, parts: readonly string[], at: string): Generator<string> {
  const [part, ...rest] = parts;
  if (part === undefined) return;
  if (part === "**") {
    yield* matching(place, rest.length > 0 ? rest : ["*"], at);
    for (const { name, isFolder } of entriesOf(place, at))
      if (isFolder && !name.startsWith(".")) yield* matching(place, parts, joined(at, name));
    return;
  }
  if (!/[*?]/.test(part)) {
    const path = joined(at, part);
    if (rest.length > 0) yield* matching(place, rest, path);
    else if (isWithin(place, path) && isFile(join(place.folder, path))) yield path;
    return;
  }
  const fits = expression(part);
  for (const { name, isFolder } of entriesOf(place, at)) {
    if (!fits.test(name)) continue;
    if (rest.length > 0 && isFolder) yield* matching(place, rest, joined(at, name));
    else if (rest.length === 0 && !isFolder && isWithin(place, joined(at, name))) yield joined(at, name);
  }
}

/** Symbolic links are followed to files, never to folders: these could lead in circles. */
function entriesOf(place: Place, at: string): { readonly name: string; readonly isFolder: boolean }[] {
  const path = join(place.folder, at);
  if (!isWithin(place, at) || !statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const isAFile = entry.isFile() || (entry.isSymbolicLink() && isFile(join(path, entry.name)));
    if (LEFT_OUT.has(entry.name) || !(isAFile || entry.isDirectory())) return [];
    return { name: entry.name, isFolder: entry.isDirectory() };
  });
}

function isWithin({ folder, boundary, outside }: Place, path: string): boolean {
  const isIn = isInside(realPath(join(folder, path)), boundary);
  if (!isIn) outside.add(path);
  return isIn;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
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
