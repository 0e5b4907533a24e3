import { dependsOnEpochs } from "../../configuration/depends-on-epochs.ts";
import { kindName, lengthOf, unitOf } from "../../configuration/kind-of.ts";
import { groupBy } from "../../results/group-by.ts";
import { plannedRungs, type Rung } from "../../results/search/rungs.ts";
import { raceLooks } from "../../results/search/race.ts";
import { ladderEpochs } from "../../search/ladder.ts";
import { repetitionsOf } from "../../spec/repetitions.ts";
import { counted } from "../../text/counted.ts";
import type { Plan } from "../../trials/plan.ts";

/** Returns what a search that learns from results will do after its first trials, and what that costs beside training everything. */
export function searchRows({ experiment, configurations }: Plan): string[][] {
  const { search } = experiment.sweep;
  if (!search) return [];
  const { ladder, first, generation, configurations: wanted = configurations.length } = search;
  const repetitions = repetitionsOf(experiment.replicates);
  const unit = unitOf(kindName(experiment.base));
  if (ladder) {
    const canContinue = !dependsOnEpochs(experiment.base);
    const cost = ladderEpochs(configurations.length, ladder, canContinue) * repetitions;
    const all = configurations.length * ladder.lengths.at(-1)! * repetitions;
    return [
      ...rungRows(plannedRungs(configurations.length, ladder), unit),
      ["work", `at most ${shareText(cost, all)} of the ${unit}s of training all configurations to the end`],
    ];
  }
  if (first !== undefined) {
    const { count } = experiment.replicates;
    const looks = raceLooks(first, count).join(", ");
    const most = Math.min(configurations.length * repetitions, search.budget?.trials ?? Infinity);
    return [
      [
        "race",
        `compares configurations after ${looks} replicates, and continues with those that may be the best`,
      ],
      [
        "work",
        `at least ${configurations.length * first * (repetitions / count)} and at most ${counted(most, "trial")}`,
      ],
    ];
  }
  if (generation === undefined) return [];
  const rest = wanted - configurations.length;
  const length = lengthOf(experiment.base);
  const then = `${counted(rest, "configuration")}, ${generation} at a time, chosen by the results before`;
  return [
    ...(rest > 0 ? [["then", then]] : []),
    ["work", `${counted(wanted * repetitions, "trial")} of ${counted(length, unit)} in all`],
  ];
}

/** Returns the rungs of each bracket, one row for each. */
function rungRows(rungs: readonly Rung[], unit: string): string[][] {
  const brackets = [...groupBy(rungs, ({ bracket }) => bracket).values()];
  return brackets.map((own, bracket) => [
    brackets.length === 1 ? "rungs" : `bracket ${bracket + 1}`,
    own.map(({ length, settings }) => `${settings} x ${counted(length, unit)}`).join(", "),
  ]);
}

function shareText(part: number, all: number): string {
  return `${part} of ${all}, ${Number(((100 * part) / all).toPrecision(2))} %,`;
}
