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

/** Where files are looked for: all paths are from one folder, and empty for the folder itself. */
export interface FileTree {
  isFile(path: string): boolean;
  /** Returns the files and folders in a folder; none where there is no folder. */
  entriesOf(path: string): readonly TreeEntry[];
  /** Whether a path may be read. */
  isWithin(path: string): boolean;
}

/** A file or folder in a folder. */
export interface TreeEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

/**
 * Returns the files of a folder that match any of some patterns: `*` is any part of a name, `?` a character, `**` any
 * folders. A name that begins with a dot has to be written with it.
 * @param boundary The folder that all must be in, links followed.
 * @throws {RangeError} If there are too many.
 */
export function matchFiles(folder: string, patterns: readonly string[], boundary: string): MatchedFiles {
  const outside = new Set<string>();
  const isWithin = (path: string): boolean => {
    const isIn = isInside(realPath(join(folder, path)), boundary);
    if (!isIn) outside.add(path);
    return isIn;
  };
  return { ...matchIn(diskTree(folder, isWithin), patterns), outside: [...outside] };
}

/** Returns the files of a tree that match any of some patterns. @throws {RangeError} If there are too many. */
export function matchIn(tree: FileTree, patterns: readonly string[]): Omit<MatchedFiles, "outside"> {
  const paths = new Set<string>();
  const unmatched = patterns.filter((pattern) => {
    let isFound = false;
    for (const path of matching(tree, pattern.split("/"), "")) {
      isFound = true;
      paths.add(path);
      if (paths.size > MOST_FILES) throw new RangeError(`files must match at most ${MOST_FILES} files`);
    }
    return !isFound;
  });
  return { paths: [...paths].sort(), unmatched };
}

/** Symbolic links are followed to files, never to folders: these could lead in circles. */
function diskTree(folder: string, isWithin: FileTree["isWithin"]): FileTree {
  return {
    isWithin,
    isFile: (path) => isFile(join(folder, path)),
    entriesOf(at) {
      const path = join(folder, at);
      if (!isWithin(at) || !statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [];
      return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
        const isAFile = entry.isFile() || (entry.isSymbolicLink() && isFile(join(path, entry.name)));
        if (!isAFile && !entry.isDirectory()) return [];
        return { name: entry.name, isFolder: entry.isDirectory() };
      });
    },
  };
}

function* matching(tree: FileTree, parts: readonly string[], at: string): Generator<string> {
  const [part, ...rest] = parts;
  if (part === undefined) return;
  if (part === "**") {
    yield* matching(tree, rest.length > 0 ? rest : ["*"], at);
    for (const { name, isFolder } of entriesIn(tree, at))
      if (isFolder && !name.startsWith(".")) yield* matching(tree, parts, joined(at, name));
    return;
  }
  if (!/[*?]/.test(part)) {
    const path = joined(at, part);
    if (rest.length > 0) yield* matching(tree, rest, path);
    else if (tree.isWithin(path) && tree.isFile(path)) yield path;
    return;
  }
  const fits = expression(part);
  for (const { name, isFolder } of entriesIn(tree, at)) {
    if (!fits.test(name)) continue;
    if (rest.length > 0 && isFolder) yield* matching(tree, rest, joined(at, name));
    else if (rest.length === 0 && !isFolder && tree.isWithin(joined(at, name))) yield joined(at, name);
  }
}

function entriesIn(tree: FileTree, at: string): TreeEntry[] {
  return tree.entriesOf(at).filter(({ name }) => !LEFT_OUT.has(name));
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
