import { gridSize } from "../expand-sweep.ts";
import type { Problem } from "../../problem.ts";
import { errorAt, type Place } from "../../source-text.ts";
import type { Sweep } from "../../sweep.ts";

/** How often a rule may look at a configuration: what takes about half a second. */
const MOST_LOOKS = 10_000_000;

/** Returns that the rules of `when` and `exclude` are too many for so large a grid, if so. */
export function checkRuleCount({ branches, when, exclude }: Sweep, place: Place): Problem[] {
  const [rules, size] = [when.length + exclude.length, gridSize(branches)];
  if (rules * size <= MOST_LOOKS) return [];
  const message = `Cannot apply the rules as rules x configurations must be at most ${MOST_LOOKS}: ${rules} x ${size}`;
  return [
    errorAt(place, {
      code: "grid-too-large",
      message,
      hint: "Join rules: a list in a pattern means any of its values",
    }),
  ];
}
