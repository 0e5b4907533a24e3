import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { trainTrials } from "../../src/training/train-trials.ts";
import { planTrials } from "../../src/trials/plan.ts";
import type { TrialRecord } from "../../src/training/record.ts";
import { experimentOf } from "../support/train.ts";

/** Returns the records of all trials of a spec, trained together where they share their prefix. */
function descend(fields: string): TrialRecord[] {
  const experiment = experimentOf(`kind: function\n${fields}`);
  const settings = { metrics: [], keep: "none", objective: experiment.objective } as const;
  const [first, ...others] = planTrials(experiment).trials;
  return trainTrials([first!, ...others], settings).map(({ record }) => record);
}

describe("a descent", () => {
  it("on a bowl shrinks each coordinate by 1 - eta times its curvature in every step", () => {
    const [record] = descend(
      "function: {name: bowl, curvatures: [1, 10]}\nstart: [3, -2]\neta: 0.05\nsteps: 40",
    );
    const { v1, v2, value, gradientNorm } = record!.metrics;
    for (let t = 0; t <= 40; t++) {
      expect(v1![t]).toBeCloseTo(3 * 0.95 ** t, 12);
      expect(v2![t]).toBeCloseTo(-2 * 0.5 ** t, 12);
      expect(value![t]).toBeCloseTo(v1![t]! ** 2 / 2 + 5 * v2![t]! ** 2, 12);
      expect(gradientNorm![t]).toBeCloseTo(Math.hypot(v1![t]!, 10 * v2![t]!), 12);
    }
  });

  it("diverges on a bowl if and only if eta exceeds 2/L", () => {
    const curvature = fc.double({ min: 0.1, max: 20, noNaN: true });
    const share = fc.oneof(
      fc.double({ min: 0.02, max: 0.98, noNaN: true }),
      fc.double({ min: 1.02, max: 3, noNaN: true }),
    );
    fc.assert(
      fc.property(curvature, curvature, share, (a, b, shareOfEdge) => {
        const eta = (shareOfEdge * 2) / Math.max(a, b);
        const [record] = descend(
          `function: {name: bowl, curvatures: [${a}, ${b}]}\nstart: [1, 1]\neta: ${eta}\nsteps: 3000\ntolerance: 0.01`,
        );
        expect(record!.status === "diverged").toBe(shareOfEdge > 1);
      }),
      { numRuns: 60 },
    );
  });

  it("ends where the gradient is no longer than the tolerance, and says after how many steps", () => {
    const [record] = descend(
      "function: {expression: v1^2}\nstart: [1]\neta: 0.25\nsteps: 100\ntolerance: 0.1",
    );
    expect(record).toMatchObject({
      status: "stopped",
      metrics: { v1: [1, 0.5, 0.25, 0.125, 0.0625, 0.03125] },
    });
  });

  it("has the record that it would have had alone where it shares its steps with a longer one", () => {
    const fields = "function: rosenbrock\nstart: [-1.2, 1]\neta: 0.001\noptimizer: momentum\n";
    const [short, long] = descend(`${fields}steps: [7, 30]`);
    expect(short).toEqual(descend(`${fields}steps: 7`)[0]);
    expect(long).toEqual(descend(`${fields}steps: 30`)[0]);
  });

  it.each([
    ["sgd", 0.1],
    ["momentum", 0.02],
    ["nesterov", 0.02],
    ["adagrad", 1],
    ["adam", 0.1],
    ["{name: adamw, weightDecay: 0}", 0.1],
  ])("reaches the bottom of a bowl by %s", (optimizer, eta) => {
    const [record] = descend(
      `function: bowl\nstart: [2, 1]\neta: ${eta}\noptimizer: ${optimizer}\nsteps: 3000\ntolerance: 0.001`,
    );
    expect(record!.status).toBe("stopped");
    expect(record!.metrics["value"]!.at(-1)).toBeLessThan(1e-6);
  });

  it("takes no step longer than eta times clipNorm", () => {
    const [record] = descend(
      "function: rosenbrock\nstart: [-1.2, 1]\neta: 0.01\noptimizer: {name: sgd, clipNorm: 2}\nsteps: 50",
    );
    const { v1, v2 } = record!.metrics;
    for (let t = 1; t < v1!.length; t++)
      expect(Math.hypot(v1![t]! - v1![t - 1]!, v2![t]! - v2![t - 1]!)).toBeLessThan(0.02 + 1e-12);
  });

  it("follows a schedule by steps", () => {
    const [record] = descend(
      "function: {expression: v1}\nstart: [0]\neta: 1\nschedule: {name: step, every: 2, factor: 0.5}\nsteps: 6\ntolerance: 0",
    );
    expect(record!.metrics["v1"]).toEqual([0, -1, -2, -2.5, -3, -3.25, -3.5]);
  });

  it.each([
    ["has no end below it", "function: saddle\nstart: [0.1, 0.1]\neta: 0.5\nsteps: 1000"],
    ["is no number", "function: {expression: sqrt(v1)}\nstart: [0.1]\neta: 1\nsteps: 10"],
    ["leaves what cosines know", "function: {expression: cos(v1) - v1^2}\nstart: [1]\neta: 10\nsteps: 100"],
  ])("has diverged where the value %s", (_, fields) => {
    const [record] = descend(fields);
    expect(record!.status).toBe("diverged");
    const values = Object.values(record!.metrics).flat();
    expect(values.every(Number.isFinite)).toBe(true);
  });
});
