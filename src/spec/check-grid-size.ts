import type { Draft } from "./draft.ts";
import type { Problem } from "./problem.ts";
import { errorAt } from "./source-text.ts";

/** Returns that the grid has more than `limit` configurations, if so; located at its longest axis. */
export function checkGridSize({ fields }: Draft, limit: number): Problem[] {
  const axes = [...fields.values()].filter(({ values }) => values.length > 1);
  const size = axes.reduce((product, { values }) => product * values.length, 1);
  if (size <= limit) return [];
  const longest = axes.reduce((a, b) => (b.values.length > a.values.length ? b : a));
  const factors = axes.map(({ path, values }) => `${values.length} (${path})`).join(" x ");
  const message = `Cannot plan the grid as it may have at most ${limit} configurations: ${factors} = ${size}`;
  return [errorAt(longest.keyPlace, { message, hint: "Shorten an axis, or raise --limit" })];
}
