import type { Place } from "../../source-text.ts";
import type { Pattern, Sweep } from "../../sweep.ts";
import { traceSweep, type Trace } from "./trace-sweep.ts";

/** What became of combinations: configurations, repeats of some, left out by a rule, or changed beyond a pattern by one. */
export interface Classification {
  readonly kind: "kept" | "repeats" | "excluded" | "changed";
  /** Of the rule of `exclude` or `when`. */
  readonly place?: Place;
}

/** Several combinations of the same class. */
export interface CombinationCount extends Classification {
  readonly count: number;
  /** Numbers of the configurations that they are, or repeat. */
  readonly configurations: ReadonlySet<number>;
}

/** Returns what became of the combinations of a sweep that a pattern fits before or after `when`, by class. */
export function classifyCombinations(sweep: Sweep, matches: Pattern["matches"]): CombinationCount[] {
  const classes = new Map<
    Place | Classification["kind"],
    Classification & { count: number; configurations: Set<number> }
  >();
  for (const trace of traceSweep(sweep)) {
    const found = classify(trace, matches);
    if (!found) continue;
    const key = found.place ?? found.kind;
    const counted = classes.get(key) ?? { ...found, count: 0, configurations: new Set() };
    classes.set(key, counted);
    counted.count++;
    if (!found.place) counted.configurations.add(trace.configuration!);
  }
  return [...classes.values()];
}

function classify(
  { stages, point, excludedBy, isRepeat }: Trace,
  matches: Pattern["matches"],
): Classification | undefined {
  if (!matches(point)) {
    const last = stages.findLastIndex((stage) => matches(stage.point));
    return last < 0 ? undefined : { kind: "changed", place: stages[last + 1]!.rule!.place };
  }
  if (excludedBy) return { kind: "excluded", place: excludedBy.place };
  return { kind: isRepeat ? "repeats" : "kept" };
}
