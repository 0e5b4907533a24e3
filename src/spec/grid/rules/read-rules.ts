import type { Draft } from "../../fields/draft.ts";
import type { Problem } from "../../problem.ts";
import type { WrittenField } from "../../fields/read-field.ts";
import { readPattern } from "./read-pattern.ts";
import { readSettings, toCells } from "./read-settings.ts";
import { readZip, type ZipGroup } from "./read-zip.ts";
import type { Place } from "../../source-text.ts";
import { entryAt, entryOf, toData, type Entry, type SpecNode } from "../../spec-node.ts";
import type { Cells, Inclusion, Pattern, RuleTitle, WhenRule } from "../../sweep.ts";

/** The rules of a spec, each read by itself. */
export interface Rules {
  readonly zips: readonly ZipGroup[];
  readonly variants: readonly VariantRule[];
  readonly when: readonly WhenRule[];
  readonly exclude: readonly Pattern[];
  readonly include: readonly Inclusion[];
}

/** A named branch with the fields that it sets or sweeps. */
export interface VariantRule {
  readonly name: string;
  readonly place: Place;
  readonly fields: readonly WrittenField[];
}

/** Returns the rules below `sweep` of a draft that fits the schema, and what is wrong with single ones. */
export function readRules({ root }: Pick<Draft, "root">): {
  rules: Rules;
  problems: Problem[];
} {
  const problems: Problem[] = [];
  const rules = {
    zips: mapEntries(root, "sweep.zip").flatMap((entry) => keep(readZip(entry), problems).group ?? []),
    variants: mapEntries(root, "sweep.variants").map((entry) => readVariant(entry, problems)),
    when: listItems(root, "sweep.when").map((node) => readWhen(node, problems)),
    exclude: listItems(root, "sweep.exclude").map((node) => readPattern(node)),
    include: listItems(root, "sweep.include").map((node) => readInclusion(node, problems)),
  };
  return { rules, problems };
}

function readVariant({ key, keyPlace, value }: Entry, problems: Problem[]): VariantRule {
  return {
    name: key,
    place: keyPlace,
    fields: keep(readSettings(value, { rule: "variants", name: key }), problems).fields,
  };
}

function readWhen(node: SpecNode, problems: Problem[]): WhenRule {
  const pattern = readPattern(entryOf(node, "if")!.value);
  return { ...pattern, set: readCells(entryOf(node, "set")!.value, { rule: "when" }, problems) };
}

function readInclusion(node: SpecNode, problems: Problem[]): Inclusion {
  const named = entryOf(node, "name")?.value;
  const name = named && { name: String(toData(named)) };
  const cells = readCells(node, { rule: "include", ...name }, problems);
  return { place: node.place, cells, ...name };
}

function readCells(node: SpecNode, by: RuleTitle, problems: Problem[]): Cells {
  return keep(toCells(keep(readSettings(node, by), problems).fields), problems).cells;
}

function keep<Reading extends { problems: readonly Problem[] }>(
  reading: Reading,
  problems: Problem[],
): Reading {
  problems.push(...reading.problems);
  return reading;
}

function mapEntries(root: SpecNode, path: string): readonly Entry[] {
  const node = entryAt(root, path)?.value;
  return node?.kind === "map" ? node.entries : [];
}

function listItems(root: SpecNode, path: string): readonly SpecNode[] {
  const node = entryAt(root, path)?.value;
  return node?.kind === "list" ? node.items : [];
}
