import type { System } from "../files/system.ts";
import { joinPath } from "../text/paths.ts";
import { visibleText } from "../text/visible-text.ts";

/**
 * Returns an experiment's name: its path below `experiments/` without extension, elsewhere the file's base name.
 * @param system Where it is named from: the name is the same from every folder of a project.
 */
export function experimentName(file: string, { projectPath }: Pick<System, "projectPath">): string {
  const path = projectPath(file) ?? file;
  const folders = joinPath(path.replaceAll("\\", "/")).split("/");
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
