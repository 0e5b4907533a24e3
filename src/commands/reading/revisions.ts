import { GridientError } from "../../errors.ts";

/**
 * Returns the revisions that a word of the command line means: one, with what is on disk to compare, or two as
 * `A..B`, of which an empty one is HEAD.
 * @throws {GridientError} E_USAGE if one begins with "-".
 */
export function revisionsIn(word: string): readonly [string, string | undefined] {
  const [before, after] = word.split("..", 2) as [string, string?];
  if (after === undefined) return [checked(before), undefined];
  return [checked(before || "HEAD"), checked(after || "HEAD")];
}

function checked(revision: string): string {
  if (!revision.startsWith("-")) return revision;
  const message = `Cannot compare as no revision may begin with "-": ${JSON.stringify(revision)}`;
  throw new GridientError("E_USAGE", message);
}
