import type { Draft } from "../../fields/draft.ts";
import type { Problem } from "../../problem.ts";
import type { Rules } from "./read-rules.ts";
import type { ZipGroup } from "./read-zip.ts";
import { errorAt, lineAndColumn, type Place } from "../../source-text.ts";

/** Returns the fields of zip groups that something else sweeps, or that a variant sets, too; and doubled names. */
export function checkRuleFields({ fields }: Draft, { zips, variants, include }: Rules): Problem[] {
  const axes = [...fields.values()].filter(({ values }) => values.length > 1);
  const taken = new Map(
    [...axes, ...variants.flatMap((variant) => variant.fields)].map((field) => [field.path, field.keyPlace]),
  );
  const problems = zips.flatMap((group) => checkGroup(group, taken));
  const names = include.flatMap(({ name, place }) => (name === undefined ? [] : { name, place }));
  return [...problems, ...checkNames(names)];
}

/** Adds the group's fields to those taken. */
function checkGroup({ keyPlaces }: ZipGroup, taken: Map<string, Place>): Problem[] {
  return [...keyPlaces].flatMap(([path, place]) => {
    const other = taken.get(path);
    if (!other) taken.set(path, place);
    if (!other) return [];
    const { line, column } = lineAndColumn(other);
    const message = `Cannot zip ${path} as only one rule or axis may sweep it: it is swept at ${line}:${column}`;
    return [errorAt(place, { code: "swept-twice", message, hint: "Remove one of the two" })];
  });
}

function checkNames(names: readonly { name: string; place: Place }[]): Problem[] {
  return names.flatMap(({ name, place }, i) => {
    if (names.findIndex((other) => other.name === name) === i) return [];
    const message = `Cannot include a configuration as its name must be its own: a second ${JSON.stringify(name)}`;
    return [errorAt(place, { code: "bad-name", message, hint: "Give it another name" })];
  });
}
