import { metricName } from "../../../fields/tables/values.ts";
import { DECLARES_METRICS, METRIC_NAMES, type ExperimentKind } from "../../../metrics/metrics.ts";
import { chooseBranch } from "../../choose-branch.ts";
import { branchesOf, propertyOf, type Schema } from "../../../fields/schema/schema.ts";
import { isValidItself } from "../../../fields/schema/is-valid.ts";
import { flow } from "./example-hint.ts";
import {
  explainLostMap,
  explainUnknownKey,
  type KeyContext,
  explainUnnamedFields,
  isUnnamedField,
} from "./explain-unknown-keys.ts";
import { explainMissingChoice, explainMissingKeys } from "./explain-missing.ts";
import { explainValue } from "./explain-value.ts";
import { fieldBelow } from "../../../fields/field-path.ts";
import type { Finding } from "./finding.ts";
import { translate } from "./translate.ts";
import { entryOf, toData, type Entry, type MapNode, type SpecNode } from "../../spec-node.ts";

/**
 * Returns why a value does not fit a schema: one finding for each place; none if it fits. Of several branches only
 * the one with the value's shape counts, so that small parts are checked, and explained, one by one.
 *
 * @param kind What the whole spec is about, if that is known: hints name nothing of another kind.
 */
export function explainMismatch(
  node: SpecNode,
  schema: Schema,
  path: string,
  kind?: ExperimentKind,
): Finding[] {
  const branch = chooseBranch(node, schema);
  const inside = branch ? explainParts(node, branch, schema, { path, kind }) : [];
  const isFit = branch !== undefined && isValidItself(branch, toData(node));
  if (isFit && isUnknownMetric(node, branch, kind))
    return [explainValue(node, KNOWN_METRICS, { path, kind })];
  if (inside.length > 0 || isFit) return inside;
  return [explainValue(node, branch?.type === "array" ? branch : schema, { path, kind })];
}

const KNOWN_METRICS: Schema = { enum: METRIC_NAMES };

/** Only experiments that declare their metrics may have names of their own. */
function isUnknownMetric(node: SpecNode, branch: Schema, kind: ExperimentKind | undefined): boolean {
  if (branch !== metricName || node.kind !== "scalar") return false;
  return kind !== undefined && !DECLARES_METRICS[kind] && !METRIC_NAMES.includes(String(node.value));
}

/** Where a value is, and what the whole spec is about. */
type Scope = Pick<KeyContext, "path" | "kind">;

function explainParts(node: SpecNode, branch: Schema, schema: Schema, scope: Scope): Finding[] {
  const { path, kind } = scope;
  if (node.kind === "list")
    return node.items.flatMap((item) => explainMismatch(item, branch.items!, path, kind));
  if (node.kind === "map") return explainMap(node, branch, schema, scope);
  return [];
}

function explainMap(map: MapNode, branch: Schema, schema: Schema, scope: Scope): Finding[] {
  const { path } = scope;
  const wrongName = explainName(map, branch, schema, scope);
  if (wrongName.length > 0) return wrongName;
  const keys = contextOf(map, branch, schema, scope);
  const lost = keys.isLost ? explainLostMap(map, schema, keys) : [];
  if (lost.length > 0) return lost;
  const unnamed = map.entries.filter((entry) => isUnnamedField(entry, path));
  const others = map.entries.filter((entry) => !unnamed.includes(entry));
  const findings = [
    ...explainUnnamedFields(unnamed, path),
    ...others.flatMap((entry) => explainEntry(entry, branch, keys)),
  ];
  if (keys.isLost) return findings;
  const missingChoice = explainMissingChoice(map, schema, path);
  if (missingChoice.length > 0) return [...findings, ...missingChoice];
  return [...findings, ...explainMissingKeys(map, branch, { path, findings })];
}

/** A misspelt key's value is explained as well, by the key that was meant. */
function explainEntry(entry: Entry, branch: Schema, keys: KeyContext): Finding[] {
  const { key, value } = entry;
  const { path, kind } = keys;
  const property = propertyOf(branch, key);
  if (property) return explainMismatch(value, property, isAxis(branch) ? path : fieldBelow(path, key), kind);
  const { finding, own } = explainUnknownKey(entry, keys);
  const meant = own === undefined ? undefined : propertyOf(branch, own);
  if (keys.isLost || own === undefined || !meant) return [finding];
  const inner = explainMismatch(value, meant, fieldBelow(path, own), kind);
  const whole = inner.length > 0 ? translate(value, meant, { path: fieldBelow(path, own), kind }) : undefined;
  if (whole === undefined) return [finding, ...inner];
  return [{ ...finding, problem: { ...finding.problem, hint: `Write ${own}: ${flow(whole)}` } }];
}

/** Returns the keys that a map may have: those of its branch, or of all branches where it has no key of any. */
function contextOf({ entries }: MapNode, branch: Schema, schema: Schema, scope: Scope): KeyContext {
  const branches = branchesOf(schema);
  const isLost =
    branches.length > 1 && entries.length > 0 && !entries.some(({ key }) => propertyOf(branch, key));
  const allowed = isLost ? [...new Set(branches.flatMap(keysOf))] : keysOf(branch);
  const present = new Set(entries.map(({ key }) => key));
  return { ...scope, isLost, allowed, free: allowed.filter((key) => !present.has(key)), branches };
}

/** Returns that `name`, which selects the branch, names none of them; its options then mean nothing. */
function explainName(map: MapNode, branch: Schema, schema: Schema, { path, kind }: Scope): Finding[] {
  const name = entryOf(map, "name")?.value;
  if (!name || propertyOf(branch, "name")?.const === undefined) return [];
  const names = branchesOf(schema).flatMap(({ properties }) => properties?.["name"]?.const ?? []);
  const isKnown = name.kind === "scalar" && names.some((known) => known === name.value);
  return isKnown ? [] : [explainValue(name, { enum: names }, { path: fieldBelow(path, "name"), kind })];
}

/** Returns whether a branch is `{values: [...]}` or `{value: x}`: what is inside is the field's own. */
function isAxis({ properties = {} }: Schema): boolean {
  const keys = Object.keys(properties);
  return keys.length === 1 && (keys[0] === "values" || keys[0] === "value");
}

function keysOf({ properties = {} }: Schema): string[] {
  return Object.keys(properties);
}
