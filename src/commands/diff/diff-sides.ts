import { statSync } from "node:fs";
import { revisionsIn } from "../reading/revisions.ts";

/** One of the two specs that are compared. */
export interface Side {
  readonly file: string;
  /** Absent for the file as it is on disk. */
  readonly revision?: string;
}

/**
 * Returns what `diff A B` compares: two files, where A is one; else B at the revision A, or between two revisions
 * `A..B`, an empty one being HEAD.
 * @throws {GridientError} E_USAGE if a revision begins with "-".
 */
export function diffSides(first: string, file: string): readonly [Side, Side] {
  if (isFile(first)) return [{ file: first }, { file }];
  const [before, after] = revisionsIn(first);
  return [{ file, revision: before }, after === undefined ? { file } : { file, revision: after }];
}

/** Returns what messages and headings call a side: `main:experiments/lr.yaml`. */
export function sideTitle({ file, revision }: Side): string {
  return revision === undefined ? file : `${revision}:${file}`;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
