import { gridSize, type Expansion } from "./expand-sweep.ts";
import type { Branch, Dimension, RuleCount, Sweep } from "../sweep.ts";

/** Returns how many configurations each rule of a sweep affected, in the order in which they apply. */
export function countRules(sweep: Sweep, { when, removed }: Expansion): RuleCount[] {
  const { branches, exclude, include } = sweep;
  return [
    ...zipGroups(sweep).map(({ column: name, place, choices }): RuleCount => {
      return { rule: "zip", name, place, count: choices.length };
    }),
    ...branches.flatMap((branch) => countVariant(branch)),
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

function countVariant(branch: Branch): RuleCount[] {
  const { variant } = branch;
  return variant ? [{ rule: "variants", ...variant, count: gridSize([branch]) }] : [];
}
