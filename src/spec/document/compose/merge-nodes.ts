import { fieldBelow } from "../../../fields/field-path.ts";
import { DISTRIBUTIONS, RANGES } from "../../../fields/tables/value-range.ts";
import { entryOf, type Entry, type MapNode, type SpecNode } from "../../spec-node.ts";

/** Keys of maps that are one value of a field, and never merged. */
const AXIS_FORMS: readonly string[] = [
  "values",
  "value",
  ...Object.keys(RANGES),
  ...Object.keys(DISTRIBUTIONS),
];

/** Fields whose single value is short for a map with this key. */
const SHORT_FOR: ReadonlyMap<string, string> = new Map([
  ["dataset", "name"],
  ["optimizer", "name"],
  ["schedule", "name"],
  ["replicates", "count"],
]);

/**
 * Returns a spec laid over another: maps are merged key by key, lists and values replaced, `null` deletes what is
 * below it. Keys keep the order of `under`, new ones follow. A data set or optimizer of another name replaces the whole.
 *
 * @param path Dotted path of both; empty at the top.
 */
export function mergeNodes(under: SpecNode, over: SpecNode, path: string = ""): SpecNode {
  const below = over.kind === "map" ? spelledOut(under, path) : under;
  if (over.kind !== "map" || below.kind !== "map" || isOther(below, over)) return over;
  const kept = below.entries.flatMap((entry) => {
    const other = entryOf(over, entry.key);
    return other ? mergedEntry(entry, other, path) : [entry];
  });
  const added = over.entries.filter(({ key }) => !entryOf(below, key));
  return { kind: "map", place: over.place, entries: [...kept, ...added] };
}

function mergedEntry(under: Entry, over: Entry, path: string): Entry[] {
  if (over.value.kind === "scalar" && over.value.value === null) return [];
  return [{ ...over, value: mergeNodes(under.value, over.value, fieldBelow(path, over.key)) }];
}

/** Returns `moons` as {name: moons} where a map is laid over it. */
function spelledOut(node: SpecNode, path: string): SpecNode {
  const key = SHORT_FOR.get(path);
  if (key === undefined || node.kind !== "scalar") return node;
  const { place } = node;
  return { kind: "map", place, entries: [{ key, keyPlace: place, value: node }] };
}

function isOther(under: MapNode, over: MapNode): boolean {
  if ([under, over].some(({ entries }) => entries.some(({ key }) => AXIS_FORMS.includes(key)))) return true;
  const [first, second] = [under, over].map((map) => entryOf(map, "name")?.value);
  return second?.kind === "scalar" && first?.kind === "scalar" && first.value !== second.value;
}
