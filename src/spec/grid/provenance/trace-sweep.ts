import { applyWhen, excludingRule } from "../apply-rules.ts";
import { rawPoints } from "../expand-sweep.ts";
import type { Pattern, Point, Sweep, WhenRule } from "../../sweep.ts";
import { trainingKeys } from "../training-key.ts";

/** What became of one combination. */
export interface Trace {
  /** As it is, then after each rule of `when` that changed it. */
  readonly stages: readonly Stage[];
  /** As it is after all of them. */
  readonly point: Point;
  /** The rule that left it out. */
  readonly excludedBy?: Pattern;
  /** Number of the configuration that it is, or repeats. */
  readonly configuration?: number;
  readonly isRepeat: boolean;
}

/** A combination, and the rule that made it what it is. */
export interface Stage {
  readonly point: Point;
  readonly rule?: WhenRule;
}

/** Yields every combination of a sweep, before any rule, with what became of it. */
export function* traceSweep(sweep: Sweep): Generator<Trace> {
  const keyOf = trainingKeys(sweep);
  const configurations = new Map<string, number>();
  for (const raw of rawPoints(sweep)) {
    const stages = stagesOf(raw, sweep);
    const { point } = stages.at(-1)!;
    const excludedBy = sweep.exclude[excludingRule(point, sweep)];
    if (excludedBy) {
      yield { stages, point, excludedBy, isRepeat: false };
      continue;
    }
    const key = keyOf(point);
    const known = configurations.get(key);
    const configuration = known ?? configurations.size;
    configurations.set(key, configuration);
    yield { stages, point, configuration, isRepeat: known !== undefined };
  }
}

function stagesOf(raw: Point, { when }: Sweep): Stage[] {
  const stages: Stage[] = [{ point: raw }];
  for (const rule of when) {
    const before = stages.at(-1)!.point;
    const point = applyWhen(rule, before);
    if (point !== before) stages.push({ point, rule });
  }
  return stages;
}
