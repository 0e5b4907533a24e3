import { relative, resolve, sep } from "node:path";

/** Returns whether a path is a folder or lies below it; both have no symbolic link left in them. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return (
    way !== ".." && !way.startsWith(`..${sep}`) && resolve(folder, way) === path && !/^[A-Za-z]:/.test(way)
  );
}
