import { chooseBranch } from "../choose-branch.ts";
import { describeSchema } from "../../fields/schema/describe-schema.ts";
import type { ValueRange } from "../../fields/experiment-file.ts";
import type { NumberDistribution } from "../distribution.ts";
import { expandRange, UnusableRange } from "./expand-range.ts";
import { distributionEntry, readDistribution } from "./read-distribution.ts";
import type { FieldValue } from "../../fields/tables/field.ts";
import { branchesOf, type Schema } from "../../fields/schema/schema.ts";
import { valueSchema } from "../../fields/experiment-schema.ts";
import { isValid } from "../../fields/schema/is-valid.ts";
import type { Problem } from "../problem.ts";
import { errorAt, warningAt, type Place } from "../source-text.ts";
import type { Cell } from "../sweep.ts";
import { entryOf, toData, type Entry, type SpecNode } from "../spec-node.ts";
import { statement, type BrokenRule } from "../../statement.ts";

/** One value of a field and where it is written. */
export interface PlacedValue extends Cell {
  readonly place: Place;
}

/** A field of a spec that may be an axis. */
export interface WrittenField {
  readonly path: string;
  readonly keyPlace: Place;
  /** At least one, in written order; all different, but in a zip group. Of a distribution its ends. */
  readonly values: readonly PlacedValue[];
  /** What a search draws the values from. */
  readonly distribution?: NumberDistribution;
}

/** How one written value becomes a field's value. */
export type ReadValue = (node: SpecNode) => Pick<Cell, "value" | "options">;

/**
 * Returns the values of a field that fits its schema: one, or those of its axis. The values of ranges are computed and
 * must fit the schema, too. Equal values of an axis are dropped with a warning, unless `keepEqual`.
 */
export function readField(
  { keyPlace, value: node }: Entry,
  schema: Schema,
  {
    path,
    readValue = (node) => ({ value: toFieldValue(node) }),
    keepEqual = false,
  }: { path: string; readValue?: ReadValue; keepEqual?: boolean },
): { field: WrittenField | undefined; problems: Problem[] } {
  const drawn = distributionEntry(node);
  if (drawn) {
    const { distribution, ends, problems } = readDistribution(node, drawn.value, { path, schema });
    return { field: distribution && { path, keyPlace, values: ends, distribution }, problems };
  }
  const nodes = listedNodes(node, schema);
  const { values, problems } = nodes
    ? { values: nodes.map((item) => ({ ...readValue(item), place: item.place })), problems: [] }
    : rangeValues(node, schema, path);
  if (problems.length > 0) return { field: undefined, problems };
  if (keepEqual) return { field: { path, keyPlace, values }, problems: [] };
  const distinct = dropEqual(values, path);
  return { field: { path, keyPlace, values: distinct.values }, problems: distinct.problems };
}

/** Returns the nodes of a field's values where they are written one by one. */
export function listedNodes(node: SpecNode, schema: Schema): readonly SpecNode[] | undefined {
  if (isOneValue(node, schema)) return [node];
  const value = entryOf(node, "value")?.value;
  if (value) return [value];
  const list = entryOf(node, "values")?.value ?? node;
  return list.kind === "list" ? list.items : undefined;
}

function isOneValue(node: SpecNode, schema: Schema): boolean {
  const branch = chooseBranch(node, schema);
  return branch !== undefined && branchesOf(valueSchema(schema)).includes(branch);
}

function toFieldValue(node: SpecNode): FieldValue {
  return toData(node) as FieldValue; // the schema has allowed nothing else
}

function rangeValues(
  node: SpecNode,
  schema: Schema,
  path: string,
): { values: PlacedValue[]; problems: Problem[] } {
  const place = node.place;
  const refuse = (rule: BrokenRule) => ({
    values: [],
    problems: [errorAt(place, statement("wrong-value", rule))],
  });
  try {
    const numbers = expandRange(toData(node) as ValueRange);
    const misfit = numbers.find((number) => !isValid(valueSchema(schema), number));
    if (misfit === undefined) return { values: numbers.map((value) => ({ value, place })), problems: [] };
    const found = `${misfit} in this range`;
    return refuse({ subject: path, allowed: describeSchema(valueSchema(schema)), found });
  } catch (error) {
    if (!(error instanceof UnusableRange)) throw error;
    return refuse({ ...error.rule, subject: `${error.rule.subject} of ${path}` });
  }
}

function dropEqual(
  values: readonly PlacedValue[],
  path: string,
): { values: PlacedValue[]; problems: Problem[] } {
  const distinct = new Map<string, PlacedValue>();
  const problems: Problem[] = [];
  for (const placed of values) {
    const key = JSON.stringify(placed.value);
    if (!distinct.has(key)) distinct.set(key, placed);
    else
      problems.push(
        warningAt(
          placed.place,
          statement("repeated-value", `${path} lists ${key} more than once; it is used once`),
        ),
      );
  }
  return { values: [...distinct.values()], problems };
}
