import { factOf, numberOf } from "../fact-of.ts";
import type { FieldValue } from "../../../fields/tables/field.ts";
import { listedNodes } from "../../fields/read-field.ts";
import { sweptSchema } from "../../../fields/experiment-schema.ts";
import { NAMED_FIELDS } from "../../../fields/kinds.ts";
import { toData, type Entry, type SpecNode } from "../../spec-node.ts";
import type { Pattern, Point } from "../../sweep.ts";

/** How a number is to compare; for words and lists there is only `ne`. */
interface Comparison {
  readonly gt?: number;
  readonly gte?: number;
  readonly lt?: number;
  readonly lte?: number;
  readonly ne?: unknown;
}

/** Facts about a point that are no fields: `variant`, `parameters`, `layers`. */
const FACTS: readonly string[] = ["variant", "parameters", "layers"];

/** Returns which points fit every entry of a map: a value, a list of which any one fits, or comparisons. */
export function readPattern(map: SpecNode): Pattern {
  const conditions = map.kind === "map" ? map.entries.map(readCondition) : [];
  return { place: map.place, matches: (point) => conditions.every((holds) => holds(point)) };
}

function readCondition({ key, value: node }: Entry): (point: Point) => boolean {
  if (NAMED_FIELDS.includes(key)) return namedCondition(node, key);
  const data = toData(node);
  if (isComparison(data))
    return (point) => differs(factOf(point, key), data) && compares(numberOf(point, key), data);
  const wanted = new Set(listOf(node, key).map((item) => comparable(toData(item))));
  return (point) => wanted.has(comparable(factOf(point, key)));
}

/** Returns a list or map as text; all else is compared as it is. */
function comparable(value: unknown): unknown {
  return typeof value === "object" ? JSON.stringify(value) : value;
}

function listOf(node: SpecNode, path: string): readonly SpecNode[] {
  if (FACTS.includes(path)) return node.kind === "list" ? node.items : [node];
  return listedNodes(node, sweptSchema(path)) ?? [];
}

/** A data set or optimizer fits where its name, and each option that is written, is the same. */
function namedCondition(node: SpecNode, field: string): (point: Point) => boolean {
  const data = toData(node);
  const isOther = isComparison(data);
  const written = isOther ? [data.ne] : Array.isArray(data) ? data : [data];
  const patterns = written.map((item: unknown) =>
    Object.entries(typeof item === "string" ? { name: item } : item!),
  );
  return (point) => {
    const found = factOf(point, field) as Readonly<Record<string, unknown>> | undefined;
    if (!found) return false;
    const fits = patterns.some((options) => options.every(([option, value]) => anyOf(value, found[option])));
    return fits !== isOther;
  };
}

function anyOf(wanted: unknown, found: unknown): boolean {
  if (Array.isArray(found)) return comparable(wanted) === comparable(found);
  return Array.isArray(wanted) ? wanted.includes(found) : wanted === found;
}

function isComparison(data: unknown): data is Comparison {
  return (
    typeof data === "object" &&
    data !== null &&
    !Array.isArray(data) &&
    !("name" in data || "expression" in data)
  );
}

/** A fact that the point does not have fits nothing. */
function differs(found: FieldValue | undefined, { ne }: Comparison): boolean {
  if (found === undefined || ne === undefined) return found !== undefined;
  return JSON.stringify(found) !== JSON.stringify(ne);
}

function compares(found: number | undefined, { gt, gte, lt, lte }: Comparison): boolean {
  const value = found ?? NaN; // not compared where only `ne` is asked
  return !(value <= gt! || value < gte! || value >= lt! || value > lte!);
}
