import type { System } from "../files/system.ts";
import type { ProblemCode } from "../problem-codes.ts";
import { DatasetError } from "./dataset-error.ts";
import type { DataFolder, DatasetOptions } from "./source.ts";
import { statement, type Statement } from "../statement.ts";
import { isAbsolutePath, joinPath } from "../text/paths.ts";

/** A file or folder of data that exists. */
export interface DataPath {
  /** With every symbolic link followed. */
  readonly path: string;
  /** The path for messages. */
  readonly shown: string;
  readonly bytes: number;
  /** Changes whenever the file does. */
  readonly stamp: string;
}

/**
 * Returns where the data is that an option names: below the experiment's repository, or else below its folder, links
 * followed.
 * @throws {DatasetError} If it is not there, of another kind, or outside.
 */
export function dataPath(
  options: DatasetOptions,
  option: string,
  kind: "file" | "folder",
  { path: folder, system }: DataFolder,
): DataPath {
  const written = String(options[option]);
  const shown = joinPath(folder, written);
  const path = system.realPath(shown);
  const refuse = (code: ProblemCode, verb: string, allowed: string, hint?: string): DatasetError => {
    const rule = { subject: option, verb, allowed, found: JSON.stringify(written) };
    return new DatasetError([{ option, ...statement(code, rule, hint) }]);
  };
  const fault = boundaryFault({ subject: option, written, folder }, system.boundaryOf(folder), system);
  if (fault) throw new DatasetError([{ option, ...fault }]);
  const found = system.find(path);
  if (!found) throw refuse("file-not-found", "must name", `a ${kind} that exists`, `Looked for ${shown}`);
  if (found.kind !== kind) throw refuse("unreadable-file", "must name", `a regular ${kind}`);
  return { path, shown, bytes: found.bytes, stamp: found.stamp };
}

/** A path as an experiment states it. */
export interface StatedPath {
  /** What states it. */
  readonly subject: string;
  readonly written: string;
  /** From which it starts. */
  readonly folder: string;
}

/** Returns what is wrong with a path that an experiment states: absolute, or out of the boundary with links followed. */
export function boundaryFault(
  { subject, written, folder }: StatedPath,
  boundary: string,
  { isInside, realPath, wayTo }: System,
): Statement | undefined {
  const rule = { subject, found: JSON.stringify(written) };
  if (isAbsolutePath(written)) {
    const own = isInside(realPath(written), boundary) ? wayTo(folder, written) : undefined;
    const hint = own === undefined ? "Copy it into the experiment's folder" : `Write ${own}`;
    return statement("outside-repository", { ...rule, allowed: "a path from the experiment's folder" }, hint);
  }
  if (isInside(realPath(joinPath(folder, written)), boundary)) return undefined;
  return statement(
    "outside-repository",
    { ...rule, allowed: "inside the repository" },
    "Without a repository: below the folder of package.json, or below the one that the command runs in",
  );
}
