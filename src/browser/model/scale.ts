import { exp } from "../../math/exp.ts";
import { log } from "../../math/log.ts";

/** How numbers map to places between 0 and 1. */
export interface Scale {
  readonly type: "linear" | "log";
  readonly low: number;
  readonly high: number;
}

/** A grid's values that spread by this factor are shown on a logarithmic axis. */
const LOG_SPREAD = 20;

/** Returns a scale for the values of an axis of the grid. */
export function valuesScale(values: readonly number[]): Scale {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return { type: low > 0 && high >= LOG_SPREAD * low ? "log" : "linear", low, high };
}

/** Returns the place of a number; one half where all numbers are the same. */
export function shareOf(value: number, { type, low, high }: Scale): number {
  if (low === high) return 0.5;
  return type === "log" ? (log(value) - log(low)) / (log(high) - log(low)) : (value - low) / (high - low);
}

/** Returns the number at a place. */
export function numberAt(share: number, { type, low, high }: Scale): number {
  return type === "log" ? exp(log(low) + share * (log(high) - log(low))) : low + share * (high - low);
}
