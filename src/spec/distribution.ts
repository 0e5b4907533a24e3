import type { Distribution } from "../fields/experiment-file.ts";
import { exp } from "../math/exp.ts";
import { log } from "../math/log.ts";
import type { BrokenRule } from "../statement.ts";
import type { Place } from "./source-text.ts";

/** What a search draws the values of an axis from. */
export interface NumberDistribution {
  readonly kind: "uniform" | "logUniform" | "integers";
  readonly from: number;
  readonly to: number;
  /** Between two integers; 0 for others. */
  readonly step: number;
  /** Whether each order of magnitude is equally likely. */
  readonly isLog: boolean;
  /** As the spec has it. */
  readonly written: Distribution;
  readonly place: Place;
}

/** Numbers are drawn with so many digits: people read and repeat them, and no search needs more. */
const DIGITS = 6;
/** More decimals than this are not printed. */
const MOST_DECIMALS = 100;

/** Returns the distribution that a map with the name of one describes. */
export function distributionOf(written: Distribution, place: Place): NumberDistribution {
  const own = { step: 0, written, place };
  if ("uniform" in written) return { kind: "uniform", ...written.uniform, isLog: false, ...own };
  if ("logUniform" in written) return { kind: "logUniform", ...written.logUniform, isLog: true, ...own };
  const { from, to, step = 1, log: isLog = false } = written.integers;
  return { kind: "integers", from, to, isLog, ...own, step };
}

/** Returns the rule that a distribution breaks, if any; the subject is a part of it. */
export function brokenRuleOf({ kind, from, to, step, isLog }: NumberDistribution): BrokenRule | undefined {
  if (from >= to) return { subject: "to", allowed: `more than from, which is ${from}`, found: to };
  if (kind !== "integers") return undefined;
  if (isLog && from < 1) return { subject: "from", allowed: "at least 1 where log is true", found: from };
  if ((to - from) % step === 0) return undefined;
  const stop = to - ((to - from) % step);
  const found = `${step}, which meets ${stop} and ${stop + step}`;
  return { subject: "step", verb: "must lead", allowed: `from ${from} to ${to}`, found };
}

/** A value of a distribution at a share of it, above 0 and below 1: equal shares are equally likely. */
export type Sampler = (share: number) => number;

/** Returns the values of a distribution by their shares, between its ends. */
export function samplerOf(distribution: NumberDistribution): Sampler {
  const { from, to } = distribution;
  const sample = unboundedSampler(distribution);
  return (share) => Math.min(to, Math.max(from, sample(share)));
}

function unboundedSampler({ kind, from, to, step, isLog }: NumberDistribution): Sampler {
  if (kind === "logUniform") {
    const sample = logSampler(from, to);
    return (share) => Number(sample(share).toPrecision(DIGITS));
  }
  if (kind === "uniform") {
    const decimals = decimalsWithin(to - from);
    return (share) => Number((from + share * (to - from)).toFixed(decimals));
  }
  // Each integer gets the share from itself to the next one.
  const end = to + step;
  const sample = isLog ? logSampler(from, end) : (share: number) => from + share * (end - from);
  return (share) => from + step * Math.floor((sample(share) - from) / step);
}

/** Returns the share at which a distribution has a value, within the open interval from 0 to 1; undefined beyond its ends. */
export function shareAt(
  { kind, from, to, step, isLog }: NumberDistribution,
  value: number,
): number | undefined {
  if (!(value >= from && value <= to)) return undefined;
  const end = kind === "integers" ? to + step : to;
  const middle = kind === "integers" ? value + step / 2 : value;
  const share = isLog ? log(middle / from) / log(end / from) : (middle - from) / (end - from);
  return Math.min(1 - SMALLEST_SHARE, Math.max(SMALLEST_SHARE, share));
}

/** The share of the middle of the first of 2^32 parts. */
const SMALLEST_SHARE = 1 / 0x200000000;

/** Returns the numbers between two positive ones by shares of their logarithms. */
function logSampler(from: number, to: number): Sampler {
  const [low, span] = [log(from), log(to) - log(from)];
  return (share) => exp(low + share * span);
}

/** Returns how many decimals distinguish values within a span. */
function decimalsWithin(span: number): number {
  const exponent = Number(span.toExponential().split("e")[1]);
  return Math.min(MOST_DECIMALS, Math.max(0, DIGITS - exponent));
}
