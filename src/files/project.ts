import { existsSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { homedir } from "node:os";
import { isInside } from "./is-inside.ts";
import { realPath } from "./real-path.ts";

/** Returns the root of the project around a folder: the nearest folder that has package.json or .git; undefined without one. */
export function projectRoot(from: string = "."): string | undefined {
  return nearest(resolve(from), ["package.json", ".git"]);
}

/** Returns a file as seen from the root of the project that the command runs in, with "/"; undefined if it is elsewhere. */
export function projectPath(file: string): string | undefined {
  const root = projectRoot();
  const path = resolve(file);
  return root !== undefined && isInside(path, root) ? relative(root, path).replaceAll(sep, "/") : undefined;
}

/**
 * Returns the folder that files named from a folder must stay inside: the nearest one above that has .git, or else
 * package.json; without either the folder that the command runs in, if it is above; or else the folder itself.
 */
export function boundaryOf(from: string): string {
  const own = realPath(from);
  return nearest(own, [".git"]) ?? nearest(own, ["package.json"]) ?? workingFolder(own) ?? own;
}

/** A home folder has more in it than what belongs to one experiment. */
function workingFolder(below: string): string | undefined {
  const folder = realPath(".");
  return isInside(below, folder) && !isInside(realPath(homedir()), folder) ? folder : undefined;
}

function nearest(from: string, names: readonly string[]): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    if (names.some((name) => existsSync(join(folder, name)))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}
