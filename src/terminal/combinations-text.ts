import type { CombinationCount } from "../spec/explain-experiment.ts";
import { placeText } from "../spec/place-text.ts";
import type { Experiment } from "../spec/experiment.ts";
import { plainTable } from "./plain-table.ts";
import { repetitionsOf } from "../spec/repetitions.ts";

const MOST_RANGES = 8;

/** Returns a table of combinations: how many became which trials, and how many were dropped by which rule. */
export function combinationsText(
  classes: readonly CombinationCount[],
  experiment: Pick<Experiment, "file" | "replicates">,
): string {
  const rows = classes.map((found) => [found.kind, found.count, reasonText(found, experiment)]);
  return plainTable(rows, ["left", "right", "left"]);
}

function reasonText(
  { kind, place, configurations }: CombinationCount,
  { file, replicates }: Pick<Experiment, "file" | "replicates">,
): string {
  if (kind === "excluded") return `by the rule of exclude at ${placeText(place!, file)}`;
  if (kind === "changed") return `by the rule of when at ${placeText(place!, file)}`;
  const trials = trialRanges(configurations, repetitionsOf(replicates));
  return kind === "kept" ? trials : `the same as ${trials}`;
}

/** Returns the numbers of the trials of configurations: "trials 0-5, 9-11". */
function trialRanges(configurations: ReadonlySet<number>, replicates: number): string {
  const ranges: { first: number; last: number }[] = [];
  for (const configuration of configurations) {
    const first = configuration * replicates;
    const last = first + replicates - 1;
    const previous = ranges.at(-1);
    if (previous?.last === first - 1) previous.last = last;
    else ranges.push({ first, last });
  }
  const shown = ranges
    .slice(0, MOST_RANGES)
    .map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`));
  const more = ranges.length > MOST_RANGES ? ", ..." : "";
  const isOne = ranges.length === 1 && ranges[0]!.first === ranges[0]!.last;
  return `${isOne ? "trial" : "trials"} ${shown.join(", ")}${more}`;
}
