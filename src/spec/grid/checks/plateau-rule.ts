import type { StopRule } from "./check-stopping.ts";
import type { NamedOptions } from "../../../fields/tables/field.ts";
import type { Cell } from "../../sweep.ts";

/**
 * Returns what the schedule `plateau` watches; nothing where a schedule is another one, or chooses its metric itself.
 *
 * @param option The value of `schedule.metric`, where it has one of its own.
 */
export function plateauRule(schedule: Cell, option?: Cell): StopRule[] {
  const { name, metric: own = "auto" } = schedule.value as NamedOptions;
  const written = schedule.options?.["schedule.metric"] ?? schedule;
  const metric = option ?? { ...written, value: own };
  return name === "plateau" && metric.value !== "auto" ? [{ metric, limit: schedule }] : [];
}
