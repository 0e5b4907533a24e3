import { hasFinished } from "../training/record.ts";
import type { BoardTrial } from "./board.ts";

/** Returns a metric at the last epoch; null for a trial that diverged there or left no record. */
export function lastValue({ record }: BoardTrial, metric: string): number | null {
  return hasFinished(record) ? (record.metrics[metric]?.at(-1) ?? null) : null;
}
