import { integerPower } from "../../math/integer-power.ts";
import { cos } from "../../math/sin-cos.ts";
import type { ScheduleOptions } from "../../fields/configuration.ts";

/** A step of training, as a schedule sees it. */
export interface Moment {
  /** Finished epochs. */
  readonly epoch: number;
  /** Finished epochs with the finished part of the current one. */
  readonly progress: number;
  /** Epochs of the whole training. */
  readonly epochs: number;
}

/** Returns the share of eta that a step takes by a schedule that does not depend on the course of training. */
export function scheduleFactor(schedule: ScheduleOptions, { epoch, progress, epochs }: Moment): number {
  const { name, factor = 1, every = 1, decay = 0, floor = 0, warmup = 0 } = schedule as Options;
  switch (name) {
    case "step":
      return integerPower(factor, Math.floor(epoch / every));
    case "exponential":
      return integerPower(factor, epoch);
    case "inverse":
      return 1 / (1 + decay * epoch);
    case "cosine":
      return fall(progress / epochs, floor);
    case "warmup":
      return progress < warmup ? rise(progress / warmup, floor) : 1;
    case "oneCycle": {
      const top = warmup * epochs;
      return progress < top ? rise(progress / top, floor) : fall((progress - top) / (epochs - top), 0);
    }
    default:
      return 1;
  }
}

type Options = ScheduleOptions & Readonly<Record<string, number>>;

/** From `floor` straight up to 1. */
function rise(share: number, floor: number): number {
  return floor + (1 - floor) * share;
}

/** From 1 down to `floor`, along half a period of the cosine. Source: Loshchilov and Hutter, "SGDR" (ICLR 2017). */
function fall(share: number, floor: number): number {
  return floor + ((1 - floor) * (1 + cos(Math.PI * share))) / 2;
}
