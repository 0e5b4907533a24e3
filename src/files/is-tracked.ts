import { resolve } from "node:path";
import { git, nearestFolder } from "./git.ts";

/** A list of names that ends here is long enough to know that there are some. */
const MOST_BYTES = 10_000_000;

/** Returns whether git knows a file of a folder, or below it; false outside a repository and where git does not run. */
export function isTracked(folder: string): boolean {
  const path = resolve(folder);
  const { status, stdout } = git(["ls-files", "--", path], nearestFolder(path), MOST_BYTES);
  return status === 0 && stdout.length > 0;
}
