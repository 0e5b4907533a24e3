import { chooseBranch } from "./choose-branch.ts";
import { isValid, branchesOf, type Schema } from "./experiment-schema.ts";
import { explainMissingKeys } from "./explain-missing-keys.ts";
import { explainUnknownKeys } from "./explain-unknown-keys.ts";
import { explainValue } from "./explain-value.ts";
import { fieldBelow } from "./field-path.ts";
import type { Finding } from "./finding.ts";
import { entryOf, toData, type MapNode, type SpecNode } from "./spec-node.ts";

/**
 * Returns why a value does not fit a schema: one finding for each place, in written order; none if it fits. Ajv
 * judges, but only the smallest parts: of several branches, the one that the value's shape speaks for is explained.
 */
export function explainMismatch(node: SpecNode, schema: Schema, path: string): Finding[] {
  const branch = chooseBranch(node, schema);
  const inside = branch ? explainParts(node, branch, schema, path) : [];
  if (inside.length > 0 || (branch && isValid(branch, toData(node)))) return inside;
  return [explainValue(node, branch?.type === "array" ? branch : schema, path)];
}

function explainParts(node: SpecNode, branch: Schema, schema: Schema, path: string): Finding[] {
  if (node.kind === "list") return node.items.flatMap((item) => explainMismatch(item, branch.items!, path));
  if (node.kind === "map") return explainMap(node, branch, schema, path);
  return [];
}

function explainMap(map: MapNode, branch: Schema, schema: Schema, path: string): Finding[] {
  const wrongName = explainName(map, branch, schema, path);
  if (wrongName.length > 0) return wrongName;
  const branches = branchesOf(schema);
  const isLost = branches.length > 1 && !map.entries.some(({ key }) => keysOf(branch).includes(key));
  const allowed = isLost ? [...new Set(branches.flatMap(keysOf))] : keysOf(branch);
  const unknown = explainUnknownKeys(map, { path, allowed, branches });
  if (isLost && unknown.length > 0) return unknown; // which branch was meant cannot be told
  const inside = map.entries.filter(({ key }) => keysOf(branch).includes(key));
  const findings = inside.flatMap(({ key, value }) =>
    explainMismatch(value, branch.properties![key]!, childPath(path, key)),
  );
  findings.push(...unknown);
  return [...findings, ...explainMissingKeys(map, branch, { path, findings })];
}

/** Returns that `name`, which tells the branches apart, names none of them; its options then mean nothing. */
function explainName(map: MapNode, branch: Schema, schema: Schema, path: string): Finding[] {
  const name = entryOf(map, "name")?.value;
  if (!name || branch.properties?.["name"]?.const === undefined) return [];
  const names = branchesOf(schema).flatMap(({ properties }) => properties?.["name"]?.const ?? []);
  return explainMismatch(name, { enum: names }, childPath(path, "name"));
}

/** A list of values stands for its field; any other key is a field of its own. */
function childPath(path: string, key: string): string {
  return key === "values" || key === "value" ? path : fieldBelow(path, key);
}

function keysOf({ properties = {} }: Schema): string[] {
  return Object.keys(properties);
}
