import { canonicalJson } from "../../data/canonical-json.ts";
import type { TrendClaim } from "../../spec/expectation.ts";
import type { Column, ColumnValue } from "../../spec/sweep.ts";
import { figureText } from "../figure-text.ts";
import { groupBy } from "../group-by.ts";
import type { ConfigurationResult } from "../results.ts";
import { shownText } from "../setting-text.ts";
import { meanOf, valueAt } from "./group-means.ts";
import type { Judgement, Subject } from "./judgement.ts";

/** A value of an axis and the mean over all trials that have it. */
interface Step {
  readonly value: ColumnValue | null;
  readonly mean: number | null;
}

/**
 * Returns whether the mean changes in the claimed direction from the first value of an axis to the last, and never back by
 * more than the tolerance.
 */
export function judgeTrend(claim: TrendClaim, subject: Subject): Judgement {
  const { direction, tolerance } = claim;
  const steps = stepsOf(claim, subject);
  const sign = direction === "rises" ? 1 : -1;
  const gain = (from: Step | undefined, to: Step | undefined): number => {
    return from?.mean == null || to?.mean == null ? NaN : sign * (to.mean - from.mean);
  };
  const at = steps.findIndex((step, i) => i > 0 && !(gain(steps[i - 1], step) >= -tolerance));
  const shown = at < 0 ? [steps[0]!, steps.at(-1)!] : steps.slice(at - 1, at + 1);
  const found = shown.map(({ value, mean }) => {
    return `${mean === null ? "no value" : figureText(claim.metric, mean)} (${shownText(value)})`;
  });
  return { holds: at < 0 && gain(steps[0], steps.at(-1)) > 0, found: `from ${found.join(" to ")}` };
}

function stepsOf(claim: TrendClaim, { configurations, columns }: Subject): Step[] {
  const index = columns.findIndex(({ path }) => path === claim.axis);
  const valueOf = ({ values }: ConfigurationResult): ColumnValue | null => values[index] ?? null;
  const groups = groupBy(configurations, (configuration) => canonicalJson(valueOf(configuration)));
  const steps = [...groups.values()].map((sharing) => {
    const trials = sharing.flatMap((configuration) => configuration.trials);
    return { value: valueOf(sharing[0]!), mean: meanOf(trials.map((trial) => valueAt(trial, claim))) };
  });
  return inAxisOrder(steps, columns[index]!);
}

/** Numbers ascend; other values keep the order of the axis, and values that a rule derived come last. */
function inAxisOrder(steps: readonly Step[], { values }: Column): Step[] {
  const numbers = steps.every(({ value }) => typeof value === "number");
  if (numbers) return steps.toSorted((a, b) => Number(a.value) - Number(b.value));
  const order = values.map((value) => canonicalJson(value));
  const rank = ({ value }: Step): number => {
    const at = order.indexOf(canonicalJson(value));
    return at < 0 ? order.length : at;
  };
  return steps.toSorted((a, b) => rank(a) - rank(b));
}
