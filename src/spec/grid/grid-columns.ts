import type { FieldValue } from "../../fields/tables/field.ts";
import type { Rules } from "./rules/read-rules.ts";
import { zipColumn } from "./rules/read-zip.ts";
import type { Branch, Cell, Column } from "../sweep.ts";

/**
 * Returns the columns in which the configurations of a grid differ: `variant`, axes and zip groups in their order, fields
 * that only `include` changes, `name`.
 */
export function gridColumns(branches: readonly Branch[], rules: Rules, order: readonly string[]): Column[] {
  const variants = rules.variants.map(({ name }) => name);
  const names = rules.include.flatMap(({ name }) => name ?? []);
  return [
    ...(variants.length > 0 ? [{ path: "variant", values: variants, kind: "variant" } as const] : []),
    ...sweptColumns(branches, rules, order),
    ...includedColumns(branches, rules),
    ...(names.length > 0 ? [{ path: "name", values: names, kind: "name" } as const] : []),
  ];
}

function sweptColumns(branches: readonly Branch[], rules: Rules, order: readonly string[]): Column[] {
  const swept = sweptNames(branches);
  return order.flatMap((name) => {
    const zip = rules.zips.find(({ column }) => column === name);
    if (zip) return zipColumn(zip);
    return swept.has(name) ? axisColumn(name, branches, rules) : [];
  });
}

function axisColumn(path: string, branches: readonly Branch[], rules: Rules): Column {
  const axes = branches.flatMap(({ dimensions }) => dimensions.filter(({ column }) => column === path));
  const distribution = axes.find((axis) => axis.distribution)?.distribution;
  return { path, values: valuesOf(path, branches, rules), ...(distribution && { distribution }) };
}

function includedColumns(branches: readonly Branch[], rules: Rules): Column[] {
  const shown = new Set([
    ...sweptNames(branches),
    ...rules.zips.flatMap(({ keyPlaces }) => [...keyPlaces.keys()]),
  ]);
  const paths = new Set(rules.include.flatMap(({ cells }) => Object.keys(cells)));
  const others = [...paths].filter((path) => !shown.has(path));
  const columns = others.map((path) => ({ path, values: valuesOf(path, branches, rules) }));
  return columns.filter(({ values }) => values.length > 1);
}

function sweptNames(branches: readonly Branch[]): Set<string> {
  return new Set(branches.flatMap(({ dimensions }) => dimensions.map(({ column }) => column)));
}

/** Returns every value that is written for a field, in the grid and in `include`, each once. */
function valuesOf(path: string, branches: readonly Branch[], { include }: Rules): FieldValue[] {
  const inGrid = branches.flatMap(({ fixed, dimensions }): (Cell | undefined)[] => {
    const axis = dimensions.find(({ column }) => column === path);
    if (axis?.distribution) return [];
    return axis ? axis.choices.map((choice) => choice[path]) : [fixed[path]];
  });
  const cells = [...inGrid, ...include.map((inclusion) => inclusion.cells[path])];
  const distinct = new Map<string, FieldValue>();
  for (const cell of cells) if (cell) distinct.set(JSON.stringify(cell.value), cell.value);
  return [...distinct.values()];
}
