import type { Finding } from "./finding.ts";
import type { Schema } from "./experiment-schema.ts";
import { errorAt, type Place } from "./source-text.ts";
import { entryOf, quoteText, type Entry, type MapNode } from "./spec-node.ts";
import { nameOf, parentOf, suggestKey } from "./suggest-key.ts";

/**
 * Returns the unknown and the missing keys of a map; a missing key that an unknown one probably means is left out.
 *
 * @param branch What the map should be.
 * @param branches All that could stand in its place; where the map has no key of `branch`, any of them is meant.
 */
export function explainKeys(
  map: MapNode,
  branch: Schema,
  branches: readonly Schema[],
  path: string,
): Finding[] {
  const isLost = branches.length > 1 && !map.entries.some(({ key }) => keysOf(branch).includes(key));
  const allowed = isLost ? [...new Set(branches.flatMap(keysOf))] : keysOf(branch);
  const unknown = map.entries
    .filter(({ key }) => !allowed.includes(key))
    .map((entry) => unknownKey(entry, map, { allowed, branches, path }));
  if (isLost && unknown.length > 0) return unknown;
  const found = new Set([
    ...map.entries.map(({ key }) => below(path, key)),
    ...unknown.map((finding) => finding.path),
  ]);
  const missing = (branch.required ?? []).filter((key) => !coversKey(found, below(path, key)));
  return [...unknown, ...missing.map((key) => missingKey(key, map, branch, path))];
}

interface Context {
  readonly allowed: readonly string[];
  readonly branches: readonly Schema[];
  readonly path: string;
}

function unknownKey({ key, keyPlace }: Entry, map: MapNode, { allowed, branches, path }: Context): Finding {
  const free = allowed.filter((name) => !entryOf(map, name));
  const meant = suggestKey(key, path, free);
  const message = `Cannot read ${mapName(path)} as every key must be one of its fields: ${quoteText(key)}`;
  const hint = meant === undefined ? hintForStranger(key, allowed, branches) : hintFor(meant, path);
  return { path: meant ?? below(path, key), problem: errorAt(keyPlace, { message, hint }) };
}

function hintFor(meant: string, path: string): string {
  const [parent, name] = [parentOf(meant), nameOf(meant)];
  if (parent === path) return `Write ${name}`;
  return parent === "" ? `Write ${name} at the top level` : `Write ${name} below ${parent}`;
}

/** A key of a range, written without the range's name, is sent inside. */
function hintForStranger(key: string, allowed: readonly string[], branches: readonly Schema[]): string {
  const properties = branches.flatMap((branch) => Object.entries(branch.properties ?? {}));
  const owners = properties.filter(([, schema]) => keysOf(schema).includes(key)).map(([name]) => name);
  return owners.length > 0 ? `Write it inside ${owners.join(" or ")}` : `Allowed: ${allowed.join(", ")}`;
}

function missingKey(key: string, map: MapNode, { properties }: Schema, path: string): Finding {
  const example = properties?.[key]?.examples?.[0];
  const message = `Cannot read ${mapName(path)} as it must have the key ${key}: not found`;
  const hint = example === undefined ? undefined : `Write for example ${key}: ${flow(example)}`;
  return { path: below(path, key), problem: errorAt(startOf(map), { message, hint }) };
}

/** Points at the key or word a map starts with, not at the whole of it. */
function startOf(map: MapNode): Place {
  return map.entries[0]?.keyPlace ?? map.place;
}

/** A misplaced `hidden` stands for `architecture` too. */
function coversKey(found: ReadonlySet<string>, key: string): boolean {
  return [...found].some((path) => path === key || path.startsWith(`${key}.`));
}

function keysOf({ properties = {} }: Schema): string[] {
  return Object.keys(properties);
}

function mapName(path: string): string {
  return path === "" ? "an experiment" : path;
}

function below(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}

/** Returns data as one line of YAML. */
function flow(data: unknown): string {
  return JSON.stringify(data)
    .replace(/"/g, "")
    .replace(/([:,])(?=\S)/g, "$1 ");
}
