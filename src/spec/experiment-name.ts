import { posix } from "node:path";
import { projectPath } from "../files/project.ts";
import { visibleText } from "../text/visible-text.ts";

/** Returns an experiment's name: its path below `experiments/` without extension, elsewhere the file's base name. */
export function experimentName(file: string): string {
  const path = projectPath(file) ?? file; // the same from every folder of the project
  const folders = posix.normalize(path.replaceAll("\\", "/")).split("/");
  const base = folders.pop()!.replace(/(?<=.)\.[^.]*$/, "");
  const root = folders.lastIndexOf("experiments");
  return root < 0 ? base : [...folders.slice(root + 1), base].join("/");
}

/**
 * Returns whether a name can be a folder of results: a part that begins with a dot would hide it or leave the folder, an
 * invisible character would mislead readers.
 */
export function isResultsName(name: string): boolean {
  if (visibleText(name) !== name) return false;
  return name.split("/").every((part) => part !== "" && !part.startsWith("."));
}
