import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decide, type Decision } from "../../../src/results/changes/decide.ts";
import { readBoard, type StatedBoard } from "../../../src/results/reading/read-board.ts";
import { statistics } from "../../../src/math/statistics.ts";
import type { Objective } from "../../../src/spec/experiment.ts";

interface Case {
  readonly goal: Objective["goal"];
  readonly margin: number;
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly verdict: Decision["verdict"];
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly p: number;
  readonly more: number | null;
}

const cases = JSON.parse(
  readFileSync(new URL("../../vectors/decisions/decisions.json", import.meta.url), "utf8"),
) as readonly Case[];

const folder = new URL("../../../results/xor/", import.meta.url);
const committed = readBoard({
  summary: readFileSync(new URL("summary.json", folder), "utf8"),
  trials: readFileSync(new URL("trials.csv", folder), "utf8"),
});

/** Returns a board whose best setting has these values of the objective; null where a replicate diverged. */
function boardOf(
  values: readonly (number | null)[],
  goal: Objective["goal"] = "maximize",
  baseSeed = 0,
): StatedBoard {
  const [first] = committed.best!.trials;
  const trials = values.map((objective, replicate) => ({
    ...first!,
    trial: { ...first!.trial, replicate, id: `${replicate}` },
    objective,
  }));
  const known = values.filter((value) => value !== null);
  const best = { ...committed.best!, trials, objective: statistics(known), overlap: 0 };
  const objective: Objective = { metric: "testAccuracy", goal, at: "last" };
  const experiment = { ...committed.experiment, objective, replicates: { count: values.length, baseSeed } };
  return { ...committed, experiment, configurations: [best], best };
}

function decided(
  before: readonly (number | null)[],
  after: readonly (number | null)[],
  margin: number,
  goal?: Objective["goal"],
) {
  return decide({ before: boardOf(before, goal), after: boardOf(after, goal) }, margin);
}

describe("decide()", () => {
  it.each(cases)("agrees with SciPy: $verdict, margin $margin, $goal, mean $mean", (given) => {
    const { before, after, margin, goal, verdict, mean, low, high, p, more } = given;
    const found = decided(before, after, margin, goal);
    expect({ verdict: found.verdict, more: found.more ?? null }).toEqual({ verdict, more });
    expect(found.gain!.n).toBe(before.length);
    for (const [own, right] of [
      [found.gain!.mean, mean],
      [found.gain!.ci95.low, low],
      [found.gain!.ci95.high, high],
      [found.gain!.p!, p],
    ] as const)
      expect(Math.abs(own - right)).toBeLessThan(1e-9 * Math.max(1, Math.abs(right)));
  });

  it("covers every verdict by these cases, with and without replicates that would decide it", () => {
    expect(new Set(cases.map(({ verdict, more }) => `${verdict} ${more !== null}`))).toEqual(
      new Set(["keep false", "discard false", "undecided true", "undecided false"]),
    );
  });

  it("keeps no change that changes nothing, whatever the margin", () => {
    expect(decided([0.5, 0.6], [0.5, 0.6], 0)).toMatchObject({ verdict: "discard", gain: { mean: 0 } });
    expect(decided([0.5, 0.6], [0.5, 0.6], 0.01).verdict).toBe("discard");
    expect(decided([0.5, 0.5], [0.6, 0.6], 0.01).verdict).toBe("keep");
  });

  it("decides nothing from a single pair, or from replicates with other random numbers", () => {
    expect(decided([0.5], [0.9], 0)).toMatchObject({ verdict: "undecided", gain: undefined });
    const boards = { before: boardOf([0.5, 0.6]), after: boardOf([0.8, 0.9], "maximize", 1) };
    expect(decide(boards, 0)).toMatchObject({
      verdict: "undecided",
      reason: expect.stringContaining("same replicates.baseSeed") as string,
    });
  });

  it("discards a change by which a replicate diverges, and keeps one that mends that", () => {
    expect(decided([0.5, 0.6, 0.5], [0.9, null, 0.9], 0).verdict).toBe("discard");
    expect(decided([0.5, null, 0.5], [0.4, 0.4, 0.4], 0).verdict).toBe("keep");
  });

  it("has laws: a larger margin keeps no more, and the other way round a kept change is discarded", () => {
    const values = fc.array(
      fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
      {
        minLength: 2,
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(
        values,
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        (pairs, a, b) => {
          const [before, after] = [pairs.map(([old]) => old), pairs.map(([, now]) => now)];
          const [small, large] = [Math.min(a, b), Math.max(a, b)];
          const verdict = decided(before, after, small).verdict;
          if (decided(before, after, large).verdict === "keep") expect(verdict).toBe("keep");
          if (verdict === "discard") expect(decided(before, after, large).verdict).toBe("discard");
          if (verdict === "keep") expect(decided(after, before, small).verdict).toBe("discard");
          expect(
            decided(
              before.map((x) => 0 - x),
              after.map((x) => 0 - x),
              small,
              "minimize",
            ).verdict,
          ).toBe(verdict);
        },
      ),
      { numRuns: 300 },
    );
  });
});
