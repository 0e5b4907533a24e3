import type { Schema } from "./experiment-schema.ts";
import { fieldBelow, mapTitle, nameOf, parentOf } from "./field-path.ts";
import type { Finding } from "./finding.ts";
import { errorAt } from "./source-text.ts";
import { entryOf, quoteText, type Entry, type MapNode } from "./spec-node.ts";
import { suggestKey } from "./suggest-key.ts";

/** Where keys are looked up. */
interface Context {
  /** Dotted path of the map. */
  readonly path: string;
  readonly allowed: readonly string[];
  /** All that could stand in the map's place. */
  readonly branches: readonly Schema[];
}

/** Returns the keys of a map that are not allowed, each with the path of the field that it probably means. */
export function explainUnknownKeys(map: MapNode, context: Context): Finding[] {
  const unknown = map.entries.filter(({ key }) => !context.allowed.includes(key));
  return unknown.map((entry) => explainKey(entry, map, context));
}

function explainKey({ key, keyPlace }: Entry, map: MapNode, context: Context): Finding {
  const { path, allowed } = context;
  const free = allowed.filter((name) => !entryOf(map, name));
  const meant = suggestKey(key, path, free);
  const message = `Cannot read ${mapTitle(path)} as every key must be one of its fields: ${quoteText(key)}`;
  const hint = meant === undefined ? hintForStranger(key, context) : hintFor(meant, path);
  return { path: meant ?? fieldBelow(path, key), problem: errorAt(keyPlace, { message, hint }) };
}

function hintFor(meant: string, path: string): string {
  const [parent, name] = [parentOf(meant), nameOf(meant)];
  if (parent === path) return `Write ${name}`;
  return parent === "" ? `Write ${name} at the top level` : `Write ${name} below ${parent}`;
}

/** A key of a range, written without the range's name, is sent inside. */
function hintForStranger(key: string, { allowed, branches }: Context): string {
  const properties = branches.flatMap((branch) => Object.entries(branch.properties ?? {}));
  const owners = properties.filter(([, schema]) => Object.keys(schema.properties ?? {}).includes(key));
  const names = owners.map(([name]) => name);
  return names.length > 0 ? `Write it inside ${names.join(" or ")}` : `Allowed: ${allowed.join(", ")}`;
}
