import type { Draft } from "../../fields/draft.ts";
import type { Problem } from "../../problem.ts";
import type { Rules } from "./read-rules.ts";
import type { ZipGroup } from "./read-zip.ts";
import { errorAt, lineAndColumn, type Place } from "../../source-text.ts";
import { statement } from "../../../statement.ts";

/** Returns the fields of zip groups that something else sweeps or a variant sets, and repeated names. */
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
    const message = `${path} is swept twice: the other rule or axis is at ${line}:${column}`;
    return [errorAt(place, statement("swept-twice", message, "Remove one of the two"))];
  });
}

function checkNames(names: readonly { name: string; place: Place }[]): Problem[] {
  return names.flatMap(({ name, place }, i) => {
    if (names.findIndex((other) => other.name === name) === i) return [];
    const found = `a second ${JSON.stringify(name)}`;
    const rule = { subject: "The name of an included configuration", allowed: "unique", found };
    return [errorAt(place, statement("bad-name", rule, "Give it another name"))];
  });
}
