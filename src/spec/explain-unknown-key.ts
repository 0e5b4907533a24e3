import type { Schema } from "./experiment-schema.ts";
import { fieldBelow, mapTitle, nameOf, parentOf } from "./field-path.ts";
import type { Finding } from "./finding.ts";
import { errorAt, type Place } from "./source-text.ts";
import { quoteText } from "./spec-node.ts";
import { suggestKey } from "./suggest-key.ts";

/** Where a key is looked up. */
export interface KeyContext {
  /** Dotted path of the map that has the key. */
  readonly path: string;
  /** No key of the map tells what it should be: `branches` are all that could stand in its place. */
  readonly isLost: boolean;
  readonly branches: readonly Schema[];
  readonly allowed: readonly string[];
  /** Allowed keys that the map does not have. */
  readonly free: readonly string[];
}

/** Returns that a key is not allowed, with the path of the field that it probably means. */
export function explainUnknownKey(key: string, place: Place, context: KeyContext): Finding {
  const { path, free } = context;
  const meant = suggestKey(key, path, free);
  const message = `Cannot read ${mapTitle(path)} as every key must be one of its fields: ${quoteText(key)}`;
  const hint = meant === undefined ? hintForStranger(key, context) : hintFor(meant, context);
  return { path: meant ?? fieldBelow(path, key), problem: errorAt(place, { message, hint }) };
}

function hintFor(meant: string, { path, free }: KeyContext): string {
  const own = free.find((key) => fieldBelow(path, key) === meant);
  if (own !== undefined) return `Write ${own}`;
  const [parent, name] = [parentOf(meant), nameOf(meant)];
  return parent === "" ? `Write ${name} at the top level` : `Write ${name} below ${parent}`;
}

/** A key of a range, written without the range's name, is sent inside. */
function hintForStranger(key: string, { allowed, branches }: KeyContext): string {
  const properties = branches.flatMap((branch) => Object.entries(branch.properties ?? {}));
  const owners = properties.filter(([, schema]) => Object.keys(schema.properties ?? {}).includes(key));
  const names = owners.map(([name]) => name);
  return names.length > 0 ? `Write it inside ${names.join(" or ")}` : `Allowed: ${allowed.join(", ")}`;
}
