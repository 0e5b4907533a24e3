import { dependsOnEpochs } from "../../configuration/depends-on-epochs.ts";
import { unitOf, kindName } from "../../configuration/kind-of.ts";
import { rungsSoFar, type Rung } from "../../results/search/rungs.ts";
import { learns } from "../../trials/allotment.ts";
import type { Results } from "../../results/results.ts";
import { axisName, shownText } from "../../results/setting-text.ts";
import type { Ladder } from "../../search/ladder.ts";
import { repetitionsOf } from "../../spec/repetitions.ts";
import type { Column, Search, Sweep } from "../../spec/sweep.ts";
import { counted } from "../../text/counted.ts";

/** What a search is described from. */
type Searched = Pick<Results, "experiment" | "configurations" | "complete">;

/** A search waits for every trial: what has no record may be the best. */
const UNDECIDED = "The search has not ended: it continues when every trial that it has begun has a record.";

/** Returns what the points of a search are, in a few words. */
export function sequenceText(method: Search["method"]): string {
  return method === "random" ? "a random sequence" : "a scrambled Sobol sequence";
}

/** Returns which search found the settings of an experiment, and what it spent, in sentences; empty for a grid. */
export function searchText(results: Searched): string {
  const { search } = results.experiment.sweep;
  if (!search) return "";
  const isOpen = !results.complete && learns(search);
  return [
    drawnText(results.experiment.sweep, search),
    ...(isOpen ? [UNDECIDED] : [decidedText(results, search), spentText(results, search)]),
  ]
    .filter((text) => text !== "")
    .join(" ");
}

/** Empty where every combination of the lists takes part. */
function drawnText(
  { include, columns }: Sweep,
  { method, configurations, generation, ladder }: Search,
): string {
  if (configurations === undefined) return "";
  const first = include.length > 0 ? `${counted(include.length, "setting")} of include first, then ` : "";
  const axes = columns
    .filter(({ kind, path }) => kind !== "name" && !(ladder && path === columns.at(-1)?.path))
    .map((column) => `${axisName(column.path, columns)} (${rangeText(column)})`);
  const sequence = sequenceText(method);
  const points =
    generation === undefined
      ? `${counted(configurations, "point")} of ${sequence}`
      : `${counted(configurations, "point")}, the first ${Math.min(generation, configurations)} from ${sequence},`;
  return `Searched: ${first}${points} over ${axes.join(", ")}.`;
}

function decidedText(
  { configurations, experiment }: Searched,
  { method, ladder, first, generation }: Search,
): string {
  const unit = unitOf(kindName(experiment.base));
  if (ladder) {
    const [shortest] = ladder.lengths;
    const start =
      method === "hyperband"
        ? `${ladder.brackets.length} brackets began with ${shortest} to ${ladder.lengths.at(-1)} ${unit}s`
        : `${counted(configurations.length, "setting")} began with ${counted(shortest!, unit)}`;
    return `${start}; of every ${ladder.factor}, the best one continued to the next of ${ladder.lengths.join(", ")} ${unit}s.`;
  }
  if (first !== undefined)
    return `${counted(configurations.length, "setting")} raced with ${counted(first, "replicate")} each; those that were significantly worse than the leader left.`;
  if (generation === undefined) return "";
  return `All others were chosen ${generation} at a time near the good ones before (tree-structured Parzen estimator).`;
}

/** Empty where everything was trained to the end. */
function spentText({ configurations, experiment }: Searched, { ladder, first }: Search): string {
  if (!ladder && first === undefined) return "";
  const trials = configurations.reduce((sum, own) => sum + own.trials.length, 0);
  const all = configurations.length * repetitionsOf(experiment.replicates);
  if (!ladder) return shareText(trials, all, "trial");
  const canContinue = !dependsOnEpochs(experiment.base);
  const epochs = rungsSoFar({ configurations }, ladder).reduce(
    (sum, rung) => sum + epochsAt(rung, ladder, canContinue),
    0,
  );
  return shareText(
    epochs * repetitionsOf(experiment.replicates),
    all * ladder.lengths.at(-1)!,
    unitOf(kindName(experiment.base)),
  );
}

/** What continues trains only the rest, where it can. */
function epochsAt({ length, settings, isFirst }: Rung, { lengths }: Ladder, canContinue: boolean): number {
  const before = canContinue && !isFirst ? lengths[lengths.indexOf(length) - 1]! : 0;
  return settings * (length - before);
}

function shareText(spent: number, all: number, unit: string): string {
  const share = Number(((100 * spent) / all).toPrecision(2));
  return `It took ${spent} of the ${counted(all, unit)} of training them all to the end (${share} %).`;
}

/** Returns what an axis is drawn from: "0.001 to 10, log-uniform", or the items of a list. */
export function rangeText({ values, distribution }: Column): string {
  if (!distribution) return values.map(shownText).join(", ");
  const { kind, from, to, step, isLog } = distribution;
  const words = kind === "integers" ? [step > 1 ? `integers in steps of ${step}` : "integers"] : [];
  if (isLog) words.push("log-uniform");
  return [`${from} to ${to}`, ...(words.length > 0 ? words : ["uniform"])].join(", ");
}
