import { GridientError } from "../../errors.ts";

/**
 * Returns the revisions that a word of the command line means: one, to be compared with the files on disk, or two as
 * `A..B`, where an empty one is HEAD.
 * @throws {GridientError} E_USAGE if one begins with "-".
 */
export function revisionsIn(word: string): readonly [string, string | undefined] {
  const [before, after] = word.split("..", 2) as [string, string?];
  if (after === undefined) return [checked(before), undefined];
  return [checked(before || "HEAD"), checked(after || "HEAD")];
}

function checked(revision: string): string {
  if (!revision.startsWith("-")) return revision;
  const message = `A revision must not begin with "-" (got ${JSON.stringify(revision)})`;
  throw new GridientError("E_USAGE", message);
}
