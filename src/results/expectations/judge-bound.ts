import type { BoundClaim } from "../../spec/expectation.ts";
import { figureText } from "../figure-text.ts";
import { listText } from "../list-text.ts";
import { settingText } from "../setting-text.ts";
import { meanOf, valueAt } from "./group-means.ts";
import type { Judgement, Subject } from "./judgement.ts";

const MOST_MISSES = 3;

/** A value that is compared with a claim, and its owner. */
interface Sample {
  readonly value: number | null;
  readonly owner: string;
}

/** Returns whether a metric lies within its bounds; a missing value does not. */
export function judgeBound(claim: BoundClaim, subject: Subject): Judgement {
  const all = samplesOf(claim, subject);
  const samples = claim.of === "best" ? bestOf(all, claim) : all;
  const misses = samples.filter(({ value }) => !isWithin(value, claim));
  const holds = claim.of === "some" ? misses.length < samples.length : misses.length === 0;
  if (holds && claim.of !== "best") return { holds, found: rangeText(samples, claim) };
  const shown = (holds ? samples : misses).map((sample) => sampleText(sample, claim));
  return { holds, found: listText(shown, MOST_MISSES) };
}

function samplesOf(claim: BoundClaim, { configurations, columns }: Subject): Sample[] {
  const isEach = claim.of === "every" || claim.of === "some";
  return configurations.flatMap((configuration) => {
    const values = configuration.trials.map((trial) => valueAt(trial, claim));
    const owner = columns.length > 0 ? settingText(configuration, columns) : "";
    if (!isEach) return { value: meanOf(values), owner };
    return values.map((value, i) => {
      const { fold, replicate } = configuration.trials[i]!.trial;
      const ofFold = fold === undefined ? "" : `fold ${fold}, `;
      return { value, owner: `${owner === "" ? "" : `${owner}, `}${ofFold}replicate ${replicate}` };
    });
  });
}

function bestOf(samples: readonly Sample[], { goal }: BoundClaim): readonly Sample[] {
  const sorted = ordered(samples);
  const best = goal === "maximize" ? sorted.at(-1) : sorted[0];
  return best ? [best] : samples.slice(0, 1);
}

/** Returns the smallest and the largest value, or the only one. */
function rangeText(samples: readonly Sample[], { metric }: BoundClaim): string {
  const sorted = ordered(samples);
  const ends = [sorted[0], sorted.at(-1)].flatMap((sample) =>
    sample ? figureText(metric, sample.value!) : [],
  );
  return [...new Set(ends)].join(" to ");
}

function ordered(samples: readonly Sample[]): Sample[] {
  return samples.filter(({ value }) => value !== null).toSorted((a, b) => a.value! - b.value!);
}

function isWithin(value: number | null, { low = -Infinity, high = Infinity }: BoundClaim): boolean {
  return value !== null && low <= value && value <= high;
}

function sampleText({ value, owner }: Sample, { metric }: BoundClaim): string {
  const figure = value === null ? "no value" : figureText(metric, value);
  return owner === "" ? figure : `${figure} (${owner})`;
}
