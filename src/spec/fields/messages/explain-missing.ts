import { fieldBelow, inMap, mapTitle } from "../../../fields/field-path.ts";
import { isValid } from "../../../fields/schema/is-valid.ts";
import { type Schema, branchesOf, propertyOf } from "../../../fields/schema/schema.ts";
import { errorAt } from "../../source-text.ts";
import { type MapNode, entryOf, toData } from "../../spec-node.ts";
import { flow } from "./example-hint.ts";
import type { Finding } from "./finding.ts";
import { statement } from "../../../statement.ts";

/**
 * Returns the required keys that are missing in a map, without those that a misspelt or misplaced key means.
 *
 * @param findings What is wrong inside the map otherwise.
 */
export function explainMissingKeys(
  map: MapNode,
  schema: Schema,
  context: { path: string; findings: readonly Finding[] },
): Finding[] {
  const always = missingKeys(map, schema, context);
  if (!schema.if || !schema.then || !isValid(schema.if, toData(map))) return always;
  const nested = Object.entries(schema.then.properties ?? {}).flatMap(([key, { required = [] }]) => {
    const value = entryOf(map, key)?.value;
    if (value?.kind !== "map") return [];
    const inner = { ...propertyOf(schema, key)!, required };
    return missingKeys(value, inner, { ...context, path: fieldBelow(context.path, key) });
  });
  const { required = [] } = schema.then;
  return [...always, ...missingKeys(map, { ...schema, required }, context), ...nested];
}

/** Returns the keys that a schema itself requires and that are missing in a map. */
export function missingKeys(
  map: MapNode,
  { required = [], properties = {} }: Schema,
  { path, findings }: { path: string; findings: readonly Finding[] },
): Finding[] {
  const missing = required.filter((key) => !entryOf(map, key) && !isMeant(fieldBelow(path, key), findings));
  return missing.map((key) => {
    const message = `Missing key ${key}${inMap(path)}`;
    const example = properties[key]?.examples?.[0];
    const hint = example === undefined ? undefined : `Write for example ${key}: ${flow(example)}`;
    const place = map.entries[0]?.keyPlace ?? map.place;
    return {
      path: fieldBelow(path, key),
      isAbsent: true,
      problem: errorAt(place, statement("missing-key", message, hint)),
    };
  });
}

/** A misplaced `hidden` means `architecture`, too. */
function isMeant(field: string, findings: readonly Finding[]): boolean {
  const meant = findings.flatMap(({ path, holds = [] }) => [path, ...holds]);
  return meant.some((path) => path === field || path.startsWith(`${field}.`));
}

/** Returns that a map has none of the keys that would show which of several branches it means, if so. */
export function explainMissingChoice({ entries, place }: MapNode, schema: Schema, path: string): Finding[] {
  const present = entries.map(({ key }) => key);
  const possible = branchesOf(schema).filter(({ properties = {} }) => {
    return present.every((key) => Object.hasOwn(properties, key));
  });
  const missing = possible.map(({ required = [] }) => required.filter((key) => !present.includes(key)));
  const choices = [...new Set(missing.flat())];
  if (choices.length < 2 || missing.some((keys) => keys.length === 0)) return [];
  const rule = { verb: "must have", allowed: `one of the keys ${choices.join(", ")}` };
  const wrong = statement("missing-key", { subject: mapTitle(path), ...rule });
  return [{ path, problem: errorAt(entries[0]?.keyPlace ?? place, wrong) }];
}
