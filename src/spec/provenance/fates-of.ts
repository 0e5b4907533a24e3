import type { Place } from "../source-text.ts";
import type { Pattern, Sweep } from "../sweep.ts";
import { traceSweep, type Trace } from "./trace-sweep.ts";

/** What became of combinations: configurations, repeats of some, left out by a rule, or changed beyond a pattern by one. */
export interface Fate {
  readonly kind: "kept" | "repeats" | "excluded" | "changed";
  /** Of the rule of `exclude` or `when`. */
  readonly place?: Place;
}

/** Several combinations of the same fate. */
export interface FateCount extends Fate {
  readonly count: number;
  /** Numbers of the configurations that they are, or repeat. */
  readonly configurations: ReadonlySet<number>;
}

/** Returns what became of the combinations of a sweep that a pattern fits before or after `when`, by fate. */
export function fatesOf(sweep: Sweep, matches: Pattern["matches"]): FateCount[] {
  const fates = new Map<Place | Fate["kind"], Fate & { count: number; configurations: Set<number> }>();
  for (const trace of traceSweep(sweep)) {
    const fate = fateOf(trace, matches);
    if (!fate) continue;
    const key = fate.place ?? fate.kind;
    const counted = fates.get(key) ?? { ...fate, count: 0, configurations: new Set() };
    fates.set(key, counted);
    counted.count++;
    if (!fate.place) counted.configurations.add(trace.configuration!);
  }
  return [...fates.values()];
}

function fateOf(
  { stages, point, excludedBy, isRepeat }: Trace,
  matches: Pattern["matches"],
): Fate | undefined {
  if (!matches(point)) {
    const last = stages.findLastIndex((stage) => matches(stage.point));
    return last < 0 ? undefined : { kind: "changed", place: stages[last + 1]!.rule!.place };
  }
  if (excludedBy) return { kind: "excluded", place: excludedBy.place };
  return { kind: isRepeat ? "repeats" : "kept" };
}
