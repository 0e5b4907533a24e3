import { statSync } from "node:fs";
import { GridientError } from "../../errors.ts";

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
  const [before, after] = first.split("..", 2) as [string, string?];
  if (after === undefined) return [sideAt(before, file), { file }];
  return [sideAt(before || "HEAD", file), sideAt(after || "HEAD", file)];
}

/** Returns what messages and headings call a side: `main:experiments/lr.yaml`. */
export function sideTitle({ file, revision }: Side): string {
  return revision === undefined ? file : `${revision}:${file}`;
}

function sideAt(revision: string, file: string): Side {
  if (!revision.startsWith("-")) return { file, revision };
  const message = `Cannot compare specs as no revision may begin with "-": ${JSON.stringify(revision)}`;
  throw new GridientError("E_USAGE", message);
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
