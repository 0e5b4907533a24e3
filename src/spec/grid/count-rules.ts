import { gridSize, type Expansion } from "./expand-sweep.ts";
import type { Branch, Dimension, Point, RuleCount, Search, Sweep } from "../sweep.ts";

/** Returns how many configurations each rule of a sweep affected, in the order in which they apply. */
export function countRules(sweep: Sweep, { points, when, removed }: Expansion): RuleCount[] {
  const { branches, exclude, include, search } = sweep;
  return [
    ...(search ? [countSearch(search, points.length)] : []),
    ...zipGroups(sweep).map(({ column: name, place, choices }): RuleCount => {
      return { rule: "zip", name, place, count: choices.length };
    }),
    ...branches.flatMap((branch) =>
      countVariant(branch, search?.configurations === undefined ? undefined : points),
    ),
    ...sweep.when.map(({ place }, i): RuleCount => ({ rule: "when", place, count: when[i]! })),
    ...exclude.map(({ place }, i): RuleCount => ({ rule: "exclude", place, count: removed[i]! })),
    ...include.map(({ place, name }): RuleCount => {
      return { rule: "include", ...(name !== undefined && { name }), place, count: 1 };
    }),
  ];
}

/** Every variant varies by every zip group. */
function zipGroups({ columns, branches }: Sweep): readonly Dimension[] {
  const names = columns.flatMap(({ path, kind }) => (kind === "zip" ? path : []));
  return branches[0]?.dimensions.filter(({ column }) => names.includes(column)) ?? [];
}

function countSearch({ method, place, configurations }: Search, all: number): RuleCount {
  return { rule: "search", name: method, place, count: configurations ?? all };
}

/** @param drawn The configurations of a search. */
function countVariant(branch: Branch, drawn: readonly Point[] | undefined): RuleCount[] {
  const { variant } = branch;
  if (!variant) return [];
  const count = drawn?.filter((point) => point.variant === variant.name).length ?? gridSize([branch]);
  return [{ rule: "variants", ...variant, count }];
}
