import { isMap, isScalar, isSeq, visit, type Node, type Pair, type YAMLMap } from "yaml";
import { chooseBranch } from "./choose-branch.ts";
import { branchesOf, propertyOf, valueSchema, type Schema } from "./experiment-schema.ts";
import { entryOf, type MapNode, type SpecNode } from "./spec-node.ts";

/**
 * Puts the keys of every map into the schema's order. Entries that hold an axis stay in their order among
 * themselves. A map keeps its order where another one could change its meaning: with keys that the schema does not
 * name, with anchors or aliases, with a comment at its start that may speak of its first key alone.
 *
 * @param yaml The tree to change.
 * @param node The same tree as a spec.
 */
export function orderKeys(yaml: unknown, node: SpecNode | undefined, schema: Schema | undefined): void {
  if (!node || !schema) return;
  const branch = chooseBranch(node, schema) ?? {};
  if (isSeq(yaml) && node.kind === "list") {
    for (const [i, item] of yaml.items.entries()) orderKeys(item, node.items[i], branch.items);
  } else if (isMap(yaml) && node.kind === "map") {
    for (const { key, value } of yaml.items) {
      orderKeys(value, entryOf(node, wordOf(key))?.value, propertyOf(branch, wordOf(key)));
    }
    if (mayReorder(yaml, branch)) reorder(yaml, node, branch);
  }
}

function mayReorder(map: YAMLMap, branch: Schema): boolean {
  const isKnown = map.items.every(({ key }) => propertyOf(branch, wordOf(key)));
  return isKnown && !map.commentBefore && !hasAnchors(map);
}

function reorder(map: YAMLMap, node: MapNode, branch: Schema): void {
  const order = Object.keys(branch.properties ?? {});
  const isSwept = ({ key }: Pair) => {
    return holdsAxis(entryOf(node, wordOf(key))!.value, propertyOf(branch, wordOf(key)));
  };
  const swept = map.items.filter(isSwept);
  const sorted = map.items.toSorted((a, b) => order.indexOf(wordOf(a.key)) - order.indexOf(wordOf(b.key)));
  map.items = sorted.map((pair) => (isSwept(pair) ? swept.shift()! : pair));
}

/** Returns whether a value is, or contains, more than the one value that its schema asks for; if unsure, true. */
function holdsAxis(node: SpecNode, schema: Schema | undefined): boolean {
  if (node.kind === "scalar") return false;
  const branch = schema && chooseBranch(node, schema);
  if (!branch || !branchesOf(valueSchema(schema)).includes(branch)) return true;
  return (
    node.kind === "map" && node.entries.some(({ key, value }) => holdsAxis(value, propertyOf(branch, key)))
  );
}

function hasAnchors(node: Node): boolean {
  let found = false;
  visit(node, {
    Alias: () => void (found = true),
    Value: (_, { anchor }) => void (found ||= anchor !== undefined),
  });
  return found;
}

function wordOf(key: unknown): string {
  return isScalar(key) ? String(key.value) : "";
}
