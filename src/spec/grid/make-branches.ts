import type { Draft } from "../fields/draft.ts";
import type { WrittenField } from "../fields/read-field.ts";
import type { Branch, Cells, Dimension, Inclusion } from "../sweep.ts";
import { gridDefaults } from "./grid-defaults.ts";
import { kindOf } from "./kind-of.ts";
import { layOver } from "./lay-over.ts";
import { isList } from "./rules/is-list.ts";
import type { Rules, VariantRule } from "./rules/read-rules.ts";

/** Returns the grid of each variant, or the only grid; none where the spec is a list of configurations. */
export function makeBranches(draft: Draft, rules: Rules, order: readonly string[]): Branch[] {
  if (isList(draft, rules)) return [];
  if (rules.variants.length === 0) return [makeBranch(draft, rules, order)];
  return rules.variants.map((variant) => makeBranch(draft, rules, order, variant));
}

function makeBranch(draft: Draft, { zips }: Rules, order: readonly string[], variant?: VariantRule): Branch {
  const fields = layOver(Object.fromEntries(draft.fields), byPath(variant?.fields ?? []));
  const firsts = Object.values(fields).map(({ path, values }) => [path, values[0]!] as const);
  const zipped = Object.assign({}, ...zips.map(({ choices }) => choices[0])) as Cells;
  const axes = Object.values(fields).filter(({ values }) => values.length > 1);
  const dimensions = [...zips, ...axes.map(axisDimension)];
  const rank = new Map(order.map((name, i) => [name, i]));
  return {
    ...(variant && { variant: { name: variant.name, place: variant.place } }),
    // A literal: V8 copies what was assigned bit by bit eight times as slowly, and every point is a copy.
    fixed: { ...gridDefaults(kindOf(draft.root)), ...zipped, ...Object.fromEntries(firsts) },
    dimensions: dimensions.toSorted((a, b) => rank.get(a.column)! - rank.get(b.column)!),
  };
}

function axisDimension({ path, keyPlace, values, distribution }: WrittenField): Dimension {
  const choices = values.map((cell) => ({ [path]: cell }));
  return { column: path, place: keyPlace, choices, ...(distribution && { distribution }) };
}

function byPath(fields: readonly WrittenField[]): Readonly<Record<string, WrittenField>> {
  return Object.fromEntries(fields.map((field) => [field.path, field]));
}

/** Returns the configurations of `include`, complete: what the spec says once for all, and their own values over it. */
export function makeInclusions({ root, fields }: Draft, { include }: Rules): Inclusion[] {
  const written = [...fields.values()].map(({ path, values }) => [path, values[0]!] as const);
  const base = { ...gridDefaults(kindOf(root)), ...Object.fromEntries(written) };
  return include.map((inclusion) => ({ ...inclusion, cells: layOver(base, inclusion.cells) }));
}
