import type { Expansion } from "../expand-sweep.ts";
import type { Problem } from "../../problem.ts";
import { errorAt, type Place } from "../../source-text.ts";
import type { Sweep } from "../../sweep.ts";

/** Returns the rules that apply to no configuration, those that change none, and that nothing is left, if so. */
export function checkRules({ when, exclude }: Sweep, { points, ...counts }: Expansion): Problem[] {
  if (points.length === 0 && exclude.length > 0) {
    const message = "Cannot plan the grid as exclude must leave some configurations: it leaves none";
    return [errorAt(exclude[0]!.place, { code: "empty-grid", message, hint: "Narrow a rule" })];
  }
  const idle = [
    ...when.flatMap(({ place }, i) => idleAt(place, "when", counts.when[i]!)),
    ...exclude.flatMap(({ place }, i) => idleAt(place, "exclude", counts.exclude[i]!)),
  ];
  return [
    ...idle,
    ...when.flatMap(({ place }, i) => (counts.when[i]! > 0 && !counts.changing[i] ? needless(place) : [])),
  ];
}

function idleAt(place: Place, rule: string, matched: number): Problem[] {
  if (matched > 0) return [];
  const message = `Cannot apply a rule of ${rule} as it must match some configuration: it matches none`;
  return [
    errorAt(place, {
      code: "matches-nothing",
      message,
      hint: "Compare it with the axes and values above, or remove it",
    }),
  ];
}

function needless(place: Place): Problem {
  const message =
    "Cannot apply a rule of when as it must change some configuration: all that it sets is set already";
  return errorAt(place, { code: "changes-nothing", message, hint: "Set another value, or remove it" });
}
