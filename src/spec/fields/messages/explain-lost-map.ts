import type { Schema } from "../../../fields/schema/schema.ts";
import type { KeyContext } from "./explain-unknown-key.ts";
import { exampleHint } from "./example-hint.ts";
import type { Finding } from "./finding.ts";
import { errorAt } from "../../source-text.ts";
import { quoteNode, quoteText, type MapNode } from "../../spec-node.ts";
import { spacingHint } from "../../document/yaml/spacing-hint.ts";
import { suggestKey } from "./suggest-key.ts";

/** Returns that a map is none of those that may stand in its place, where no key of it tells which was meant. */
export function explainLostMap(map: MapNode, schema: Schema, context: KeyContext): Finding[] {
  const { path, allowed } = context;
  const keys = map.entries.map(({ key }) => key);
  const owners = allowed.filter((name) => keys.every((key) => belongsIn(key, name, context)));
  if (owners.length === 0 && keys.some((key) => suggestKey(key, context) !== undefined)) return [];
  const found = keys.slice(0, 3).map(quoteText).join(", ");
  const message = `Unknown key${keys.length > 1 ? "s" : ""} ${found} in ${path}`;
  const slip = keys.map(spacingHint).find((hint) => hint !== undefined);
  const hint = slip ?? ownerHint(owners, map) ?? nameHint(keys, context) ?? exampleHint(schema);
  const place = keys.length === 1 ? map.entries[0]!.keyPlace : map.place;
  return [{ path, problem: errorAt(place, { code: "unknown-key", message, hint }) }];
}

/** Returns whether a key is one of the map that must stand below `name`, such as `from` below `linspace`. */
function belongsIn(key: string, name: string, { branches }: KeyContext): boolean {
  return branches.some(({ properties }) => Object.hasOwn(properties?.[name]?.properties ?? {}, key));
}

function ownerHint([first, ...others]: readonly string[], map: MapNode): string | undefined {
  if (first === undefined) return undefined;
  return `Write ${[`{${first}: ${quoteNode(map)}}`, ...others].join(" or ")}`;
}

/** `{moons: {noise: 0.1}}` means {name: moons, noise: 0.1}. */
function nameHint([key]: readonly string[], { branches }: KeyContext): string | undefined {
  const isName = branches.some(({ properties }) => properties?.["name"]?.const === key);
  return isName ? `Write {name: ${key}, ...}` : undefined;
}
