/**
 * Paths as text, with "/" between folders on every system, as specs have them.
 * @module
 */

/** Returns whether a path starts from the root of a disk, of any system. */
export function isAbsolutePath(path: string): boolean {
  return /^(?:[A-Za-z]:)?\//.test(path) || /^[A-Za-z]:\\/.test(path);
}

/** Returns parts of a path as one, without "." and without ".." that leads back. */
export function joinPath(...parts: readonly string[]): string {
  const path = parts.filter((part) => part !== "").join("/");
  const start = path.startsWith("/") ? "/" : "";
  const names: string[] = [];
  for (const name of path.split("/")) {
    if (name === "" || name === ".") continue;
    const leadsBack = name === ".." && names.length > 0 && names.at(-1) !== "..";
    if (leadsBack) names.pop();
    else if (name !== ".." || start === "") names.push(name);
  }
  const end = path.endsWith("/") ? "/" : "";
  if (names.length === 0) return start || `.${end}`;
  return `${start}${names.join("/")}${end}`;
}

/** Returns the folder of a file; "." where its path names none. */
export function folderOf(path: string): string {
  const end = path.lastIndexOf("/");
  return end < 0 ? "." : path.slice(0, end) || "/";
}

/**
 * Returns the way from a folder to a path. Both start from the same place, and the path has no fewer ".." in front than the
 * folder: it was made by following something from there.
 */
export function wayTo(folder: string, path: string): string {
  const [from, to] = [namesOf(folder), namesOf(path)];
  const differs = from.findIndex((name, i) => to[i] !== name);
  const common = differs < 0 ? from.length : differs;
  return [...from.slice(common).map(() => ".."), ...to.slice(common)].join("/");
}

function namesOf(path: string): string[] {
  return joinPath(path)
    .split("/")
    .filter((name) => name !== "." && name !== "");
}
