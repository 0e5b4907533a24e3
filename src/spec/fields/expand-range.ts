import { exp } from "../../math/exp.ts";
import { log } from "../../math/log.ts";
import type { ValueRange } from "../../fields/experiment-file.ts";
import type { ValueOf } from "../../fields/schema/schema.ts";
import type { RANGES } from "../../fields/tables/value-range.ts";
import { alignDecimals, roundQuotient, roundToDigits } from "../../fields/decimal.ts";
import { messageOf, type BrokenRule } from "../../statement.ts";

type Linspace = ValueOf<typeof RANGES.linspace>;
type SteppedRange = ValueOf<typeof RANGES.range>;
type Logspace = ValueOf<typeof RANGES.logspace>;

/** A range that cannot be an axis. */
export class UnusableRange extends RangeError {
  override readonly name = "UnusableRange";
  /** What it breaks; the subject is a part of the range. */
  readonly rule: BrokenRule;

  constructor(rule: BrokenRule) {
    super(messageOf(rule));
    this.rule = rule;
  }
}

const MAX_DIGITS = 12;
const MAX_VALUES = 100_000;

/**
 * Returns the values of a range. The ends are exactly as written; what lies between has at most 12 significant
 * digits, for `logspace` at most `digits`.
 *
 * @throws {UnusableRange} If a step does not lead to the end, or two values are equal.
 */
export function expandRange(range: ValueRange): number[] {
  if ("linspace" in range) return linspace(range.linspace);
  return "range" in range ? steps(range.range) : logspace(range.logspace);
}

function linspace({ from, to, count }: Linspace): number[] {
  const { units, exponent } = alignDecimals([from, to]);
  const [first, last] = [units[0]!, units[1]!];
  const intervals = BigInt(count - 1);
  const between = (i: bigint) => first * (intervals - i) + last * i;
  return withEnds(from, to, count, (i) => roundQuotient(between(BigInt(i)), intervals, exponent, MAX_DIGITS));
}

function steps({ from, to, step }: SteppedRange): number[] {
  const { units, exponent } = alignDecimals([from, to, step]);
  const [first, last, width] = [units[0]!, units[1]!, units[2]!];
  if (width === 0n)
    throw new UnusableRange({ subject: "The step", allowed: "a number other than 0", found: step });
  const intervals = (last - first) / width;
  if (intervals * width !== last - first || intervals < 0n) {
    throw new UnusableRange({
      subject: "The step",
      verb: "must lead",
      allowed: `from ${from} to ${to}`,
      found: `${step}, which ${missOf(first, last, width, exponent)}`,
    });
  }
  const count = Number(intervals) + 1;
  if (count > MAX_VALUES) {
    const allowed = `at most ${MAX_VALUES} values`;
    throw new UnusableRange({ subject: "The range", verb: "must have", allowed, found: count });
  }
  return withEnds(from, to, count, (i) => roundQuotient(first + width * BigInt(i), 1n, exponent, MAX_DIGITS));
}

function missOf(first: bigint, last: bigint, width: bigint, exponent: number): string {
  const intervals = (last - first) / width;
  const isAway = last > first !== width > 0n;
  if (isAway) return "leads away from it";
  const stop = first + intervals * width;
  const [before, after] = [stop, stop + width].map((units) => roundQuotient(units, 1n, exponent, MAX_DIGITS));
  return `meets ${before} and ${after}`;
}

function logspace({ from, to, count, digits = 4 }: Logspace): number[] {
  const [start, span] = [log(from), log(to) - log(from)];
  const between = (i: number) => roundToDigits(exp(start + (span * i) / (count - 1)), digits);
  const values = withEnds(from, to, count, between);
  const twin = values.findIndex((value, i) => i > 0 && value === values[i - 1]);
  if (twin < 0) return values;
  throw new UnusableRange({
    subject: "The values",
    verb: "must differ in",
    allowed: `${digits} significant digits`,
    found: `${values[twin]} twice`,
  });
}

function withEnds(from: number, to: number, count: number, between: (i: number) => number): number[] {
  return Array.from({ length: count }, (_, i) => (i === 0 ? from : i === count - 1 ? to : between(i)));
}
