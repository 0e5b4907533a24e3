import { FIELDS } from "../../../fields/kinds.ts";
import { namedFieldOf } from "../../../fields/kinds.ts";
import type { Problem } from "../../problem.ts";
import { readSettings } from "./read-settings.ts";
import type { WrittenField } from "../../fields/read-field.ts";
import { errorAt, type Place } from "../../source-text.ts";
import { quoteText, type Entry } from "../../spec-node.ts";
import type { Cells, Column, Dimension } from "../../sweep.ts";
import { METRICS } from "../../../metrics/metrics.ts";
import { statement } from "../../../statement.ts";

/** A zip group: one axis that sets several fields. */
export interface ZipGroup extends Dimension {
  readonly keyPlaces: ReadonlyMap<string, Place>;
}

/** Columns that tables always have. */
const TAKEN: readonly string[] = [
  "trial",
  "id",
  "configuration",
  "fold",
  "replicate",
  "variant",
  "name",
  "epoch",
  "status",
  "divergedEpoch",
  "bestEpoch",
  "parameters",
  ...METRICS.map(({ name }) => name),
];

/** Returns a named group of fields that vary together; their lists have the same length. */
export function readZip({ key, keyPlace, value }: Entry): {
  group: ZipGroup | undefined;
  problems: Problem[];
} {
  const { fields, problems } = readSettings(value, { rule: "zip", name: key }, { keepEqual: true });
  const own = fields.filter(({ path, values }) => !isInside(namedFieldOf(path), fields, values));
  problems.push(...checkName(key, keyPlace), ...checkLengths(own, keyPlace), ...checkListed(own));
  if (problems.some(({ severity }) => severity === "error")) return { group: undefined, problems };
  const choices = own[0]!.values.map((_, row): Cells => {
    return Object.fromEntries(own.map(({ path, values }) => [path, values[row]!]));
  });
  const keyPlaces = new Map(own.map((field) => [field.path, field.keyPlace]));
  return { group: { column: key, place: keyPlace, choices, keyPlaces }, problems };
}

/** Returns the column of a group. */
export function zipColumn({ column, choices, keyPlaces }: ZipGroup): Column {
  const values = choices.map((cells) => ({
    together: Object.fromEntries(Object.entries(cells).map(([path, { value }]) => [path, value])),
  }));
  return { path: column, values, kind: "zip", fields: [...keyPlaces.keys()] };
}

/** Options written inside the group's one data set or optimizer are part of it. */
function isInside(
  owner: string | undefined,
  fields: readonly WrittenField[],
  values: WrittenField["values"],
): boolean {
  const place = fields.find(({ path }) => path === owner)?.values[0]?.place;
  const { start, end } = values[0]!.place;
  return place !== undefined && place.start <= start && end <= place.end;
}

function checkName(name: string, place: Place): Problem[] {
  const isFree = /^[A-Za-z][\w-]*$/.test(name) && !TAKEN.includes(name) && !FIELDS.has(name);
  if (isFree) return [];
  const rule = { subject: "The name of a zip group", allowed: "a word that no other column has" };
  const wrong = statement("bad-name", { ...rule, found: quoteText(name) }, "Write a name such as budget");
  return [errorAt(place, wrong)];
}

/** What is drawn has no other value to move with. */
function checkListed(fields: readonly WrittenField[]): Problem[] {
  return fields.flatMap(({ path, distribution }) => {
    if (!distribution) return [];
    const rule = { subject: `${path} in a zip group`, allowed: "a list", found: distribution.kind };
    return [errorAt(distribution.place, statement("wrong-value", rule))];
  });
}

function checkLengths(fields: readonly WrittenField[], groupPlace: Place): Problem[] {
  const [first, ...others] = fields;
  if (!first) {
    const rule = { subject: "A zip group", verb: "must have", allowed: "at least one field", found: "none" };
    return [errorAt(groupPlace, statement("missing-key", rule))];
  }
  const count = first.values.length;
  return others.flatMap(({ path, keyPlace, values: { length } }) => {
    if (length === count) return [];
    const allowed = `as many values as ${first.path}, which has ${count}`;
    const rule = { subject: path, verb: "must have", allowed, found: length };
    const hint = "Write both lists with one value for each step";
    return [errorAt(keyPlace, statement("wrong-length", rule, hint))];
  });
}
