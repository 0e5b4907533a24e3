import type { Expansion } from "../grid/expand-sweep.ts";
import type { Problem } from "../problem.ts";
import { errorAt } from "../source-text.ts";
import type { Sweep } from "../sweep.ts";

/** Returns the rules that apply to no configuration, and that nothing is left, if so. */
export function checkRules({ when, exclude }: Sweep, { points, ...counts }: Expansion): Problem[] {
  if (points.length === 0 && exclude.length > 0) {
    const message = "Cannot plan the grid as exclude must leave some configurations: it leaves none";
    return [errorAt(exclude[0]!.place, { message, hint: "Narrow a rule" })];
  }
  const idle = [
    ...when.flatMap(({ place }, i) => (counts.when[i] === 0 ? [{ place, name: "when" }] : [])),
    ...exclude.flatMap(({ place }, i) => (counts.exclude[i] === 0 ? [{ place, name: "exclude" }] : [])),
  ];
  return idle.map(({ place, name }) => {
    const message = `Cannot apply a rule of ${name} as it must match some configuration: it matches none`;
    return errorAt(place, { message, hint: "Compare it with the axes and values above, or remove it" });
  });
}
