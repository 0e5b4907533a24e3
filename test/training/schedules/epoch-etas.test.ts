import { describe, expect, it } from "vitest";
import { defaultOptions } from "../../../src/fields/defaults.ts";
import type { ScheduleOptions } from "../../../src/fields/configuration.ts";
import { epochEtas } from "../../../src/training/schedules/epoch-etas.ts";

const EPOCHS = 20;
const BATCHES = 4;

/** Returns the learning rates of all batches of a training, eta being 1. */
function course(name: string, options: Readonly<Record<string, number>> = {}): number[] {
  const schedule = { ...defaultOptions(name), ...options } as ScheduleOptions;
  return Array.from({ length: EPOCHS }, (_, e) => {
    const epoch = {
      epoch: e + 1,
      epochs: EPOCHS,
      batches: BATCHES,
      watched: { goal: "minimize", values: [] },
    } as const;
    return [...epochEtas(1, schedule, epoch)];
  }).flat();
}

/** Returns the learning rate of the first batch of each epoch. */
function firsts(rates: readonly number[]): number[] {
  return rates.filter((_, i) => i % BATCHES === 0);
}

describe("epochEtas()", () => {
  it("keeps a constant rate", () => {
    expect(new Set(course("constant"))).toEqual(new Set([1]));
  });

  it("steps down after every so many epochs", () => {
    const rates = firsts(course("step", { every: 8, factor: 0.5 }));
    expect([rates[0], rates[7], rates[8], rates[15], rates[16]]).toEqual([1, 1, 0.5, 0.5, 0.25]);
  });

  it("falls exponentially, or by the inverse, epoch by epoch", () => {
    firsts(course("exponential", { factor: 0.9 })).forEach((rate, e) =>
      expect(rate).toBeCloseTo(0.9 ** e, 12),
    );
    firsts(course("inverse", { decay: 0.5 })).forEach((rate, e) => expect(rate).toBe(1 / (1 + 0.5 * e)));
  });

  it("falls along the cosine from eta to its floor", () => {
    const rates = course("cosine", { floor: 0.2 });
    expect(rates[0]).toBe(1);
    expect(rates[40]).toBeCloseTo(0.6, 12);
    expect(rates.at(-1)).toBeCloseTo(0.2, 2);
    expect(rates).toEqual(rates.toSorted((a, b) => b - a));
  });

  it("warms up batch by batch, then stays", () => {
    const rates = course("warmup", { warmup: 2, floor: 0.2 });
    expect(rates.slice(0, 9)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8].map((i) => 0.2 + 0.8 * (i / 8)));
    expect(new Set(rates.slice(8))).toEqual(new Set([1]));
  });

  it("goes up and down once in one cycle", () => {
    const rates = course("oneCycle", { warmup: 0.25, floor: 0.1 });
    const top = rates.indexOf(Math.max(...rates));
    expect([rates[0], top, rates[top]]).toEqual([0.1, 20, 1]);
    expect(rates.at(-1)).toBeLessThan(0.01);
  });

  it.each(["minimize", "maximize"] as const)("falls on a plateau, and counts anew from there: %s", (goal) => {
    const schedule = { name: "plateau", factor: 0.5, patience: 2 } as const;
    const after = (losses: readonly number[]): number => {
      const values = losses.map((loss) => (goal === "minimize" ? loss : -loss));
      return epochEtas(1, schedule, { epoch: 1, epochs: 9, batches: 1, watched: { goal, values } })[0]!;
    };
    expect(
      [[], [3, 2, 1], [3, 4], [3, 4, 3], [3, 4, 3, 5], [3, 4, 3, 5, 6], [3, 4, 3, 2, 3]].map(after),
    ).toEqual([1, 1, 1, 0.5, 0.5, 0.25, 0.5]);
  });
});
