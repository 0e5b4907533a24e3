import { isMap, isScalar, isSeq, visit, type Node, type Pair, type YAMLMap } from "yaml";
import { chooseBranch } from "../../choose-branch.ts";
import { branchesOf, propertyOf, type Schema } from "../../../fields/schema/schema.ts";
import { valueSchema } from "../../../fields/experiment-schema.ts";
import { fieldBelow } from "../../../fields/field-path.ts";
import { entryOf, type MapNode, type SpecNode } from "../../spec-node.ts";

/** Where a map is in a spec. */
interface Position {
  readonly path: string;
  /** Dotted paths of fields that the rules of `sweep` name. */
  readonly ruled: readonly string[];
}

/**
 * Puts the keys of every map into the schema's order. Entries that hold an axis, or that a rule may vary, stay in
 * their order among themselves. A map keeps its order where another one could change its meaning: in the rules, with keys
 * that the schema does not name, with anchors or aliases, with a comment at its start that may speak of one key alone.
 *
 * @param yaml The tree to change.
 * @param root The same tree as a spec.
 */
export function orderKeys(yaml: unknown, root: SpecNode | undefined, schema: Schema): void {
  orderBelow(yaml, root, schema, { path: "", ruled: keysBelow(entryOf(root, "sweep")?.value) });
}

function orderBelow(
  yaml: unknown,
  node: SpecNode | undefined,
  schema: Schema | undefined,
  position: Position,
): void {
  if (!node || !schema || position.path === "sweep") return;
  const branch = chooseBranch(node, schema) ?? {};
  if (isSeq(yaml) && node.kind === "list") {
    for (const [i, item] of yaml.items.entries()) orderBelow(item, node.items[i], branch.items, position);
  } else if (isMap(yaml) && node.kind === "map") {
    for (const pair of yaml.items) {
      const key = wordOf(pair.key);
      const below = { ...position, path: fieldBelow(position.path, key) };
      orderBelow(pair.value, entryOf(node, key)?.value, propertyOf(branch, key), below);
    }
    if (mayReorder(yaml, branch)) reorder(yaml, node, branch, position);
  }
}

function mayReorder(map: YAMLMap, branch: Schema): boolean {
  const isKnown = map.items.every(({ key }) => propertyOf(branch, wordOf(key)));
  return isKnown && !map.commentBefore && !hasAnchors(map);
}

function reorder(map: YAMLMap, node: MapNode, branch: Schema, { path, ruled }: Position): void {
  const order = Object.keys(branch.properties ?? {});
  const rank = ({ key }: Pair): number => order.indexOf(wordOf(key));
  const varies = (pair: Pair): boolean => {
    const key = wordOf(pair.key);
    const isRuled = ruled.some((name) => overlap(name, fieldBelow(path, key)));
    return isRuled || holdsAxis(entryOf(node, key)!.value, propertyOf(branch, key));
  };
  const varying = map.items.filter(varies);
  const sorted = map.items.toSorted((a, b) => rank(a) - rank(b));
  map.items = sorted.map((pair) => (varies(pair) ? varying.shift()! : pair));
}

function overlap(a: string, b: string): boolean {
  return `${a}.`.startsWith(`${b}.`) || `${b}.`.startsWith(`${a}.`);
}

function keysBelow(node: SpecNode | undefined): string[] {
  if (node?.kind === "list") return node.items.flatMap(keysBelow);
  return node?.kind === "map" ? node.entries.flatMap(({ key, value }) => [key, ...keysBelow(value)]) : [];
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
