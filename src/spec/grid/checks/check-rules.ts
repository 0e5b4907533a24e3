import type { Expansion } from "../expand-sweep.ts";
import type { Problem } from "../../problem.ts";
import { errorAt, warningAt, type Place } from "../../source-text.ts";
import type { Search, Sweep } from "../../sweep.ts";
import { statement } from "../../../statement.ts";

/** Returns the rules that match no configuration, those that change none, and that no configuration is left, if so. */
export function checkRules({ when, exclude, search }: Sweep, { points, ...counts }: Expansion): Problem[] {
  if (points.length === 0 && exclude.length > 0) {
    const wrong = statement("empty-grid", "The rules of exclude leave no configuration", "Narrow a rule");
    return [errorAt(exclude[0]!.place, wrong)];
  }
  const idle = [
    ...when.flatMap(({ place }, i) => idleAt(place, "when", counts.when[i]!, search)),
    ...exclude.flatMap(({ place }, i) => idleAt(place, "exclude", counts.exclude[i]!, search)),
  ];
  return [
    ...idle,
    ...when.flatMap(({ place }, i) => (counts.when[i]! > 0 && !counts.changing[i] ? needless(place) : [])),
  ];
}

/** What a search has not drawn, it may draw with more configurations: then the rule may be meant. */
function idleAt(place: Place, rule: string, matched: number, search: Search | undefined): Problem[] {
  if (matched > 0) return [];
  const message = `This rule of ${rule} matches no configuration`;
  const hint = "Compare it with the axes and values above, or remove it";
  return [(search ? warningAt : errorAt)(place, statement("matches-nothing", message, hint))];
}

function needless(place: Place): Problem {
  const message = "This rule of when changes no configuration: all of its values are already set";
  return errorAt(place, statement("changes-nothing", message, "Set another value, or remove the rule"));
}
