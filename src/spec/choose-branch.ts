import { branchesOf, propertyOf, type Schema } from "../fields/schema/schema.ts";
import { entryOf, type ListNode, type MapNode, type SpecNode } from "./spec-node.ts";
import { largestOf } from "../math/extremes.ts";

/**
 * Returns the branch of a schema that the writer of a value had in mind, judged by the value's shape; undefined
 * where no branch has that shape.
 */
export function chooseBranch(node: SpecNode, schema: Schema): Schema | undefined {
  const candidates = branchesOf(schema).filter((branch) => hasShape(node, branch));
  return mostOf(candidates, (branch) => likeness(node, branch));
}

/** Returns whether a schema asks for this kind of value: a map, a list, or something simple. */
function hasShape(node: SpecNode, schema: Schema): boolean {
  if (schema.type === "object") return node.kind === "map";
  if (schema.type === "array") return node.kind === "list";
  return node.kind === "scalar";
}

function likeness(node: SpecNode, branch: Schema): number {
  // Of lists that fit as well, the axis: its items may be lists, too.
  if (node.kind === "list") return itemsThatFit(node, branch) + 0.001 * kindsOfItems(branch);
  if (node.kind === "map") return keysThatFit(node, branch);
  const { value } = node;
  if (typeof value === "boolean" && branch.type === "boolean") return 2;
  const isNumeric = branch.type === "integer" || branch.type === "number";
  return isNumeric === (typeof value === "number") ? 1 : 0;
}

function kindsOfItems({ items }: Schema): number {
  return items ? branchesOf(items).length : 0;
}

function itemsThatFit(list: ListNode, { items }: Schema): number {
  const branches = items ? branchesOf(items) : [];
  // Lists weigh more: a list among numbers shows that a list of lists was meant.
  const weigh = (item: SpecNode) => (item.kind === "list" ? list.items.length + 1 : 1);
  const fitOf = (item: SpecNode) =>
    Math.max(
      0,
      largestOf(branches.filter((branch) => hasShape(item, branch)).map((branch) => fit(item, branch))),
    );
  return list.items.reduce((sum, item) => sum + weigh(item) * fitOf(item), 0);
}

/** A word among numbers, or a number among words, fits half. */
function fit(item: SpecNode, branch: Schema): number {
  return item.kind === "scalar" && likeness(item, branch) === 0 ? 0.5 : 1;
}

function keysThatFit(map: MapNode, branch: Schema): number {
  const name = entryOf(map, "name")?.value;
  const isNamed = name?.kind === "scalar" && name.value === propertyOf(branch, "name")?.const;
  if (isNamed) return Infinity;
  const isWhole = (branch.required ?? []).every((key) => entryOf(map, key));
  return map.entries.filter(({ key }) => propertyOf(branch, key)).length + (isWhole ? 0.5 : 0);
}

function mostOf<T>(items: readonly T[], measure: (item: T) => number): T | undefined {
  let best: T | undefined;
  for (const item of items) if (best === undefined || measure(item) > measure(best)) best = item;
  return best;
}
