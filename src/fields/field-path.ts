/**
 * Dotted paths of fields, such as `architecture.hidden`; the top level is the empty path.
 * @module
 */

/** Returns the path of a field in the map at `path`. */
export function fieldBelow(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}

/** Returns the path of the map that a field is in. */
export function parentOf(path: string): string {
  return path.split(".").slice(0, -1).join(".");
}

/** Returns the last word of a path. */
export function nameOf(path: string): string {
  return path.split(".").at(-1)!;
}

/** Returns where messages say that a key is: nothing at the top level. */
export function inMap(path: string): string {
  return path === "" ? "" : ` in ${path}`;
}

/** Returns what messages call the map at a path. */
export function mapTitle(path: string): string {
  return path === "" ? "The experiment" : path;
}
