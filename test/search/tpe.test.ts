import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RandomStream } from "../../src/math/random-stream.ts";
import { searchStreamKey } from "../../src/math/stream-key.ts";
import type { Ask, Observation, Proposal } from "../../src/search/ask.ts";
import type { Axis } from "../../src/search/axis.ts";
import { pointAt } from "../../src/search/point.ts";
import { SEQUENCES } from "../../src/search/sequences.ts";
import { ParzenEstimator } from "../../src/search/tpe/parzen-estimator.ts";
import { goodCount, proposeTpe } from "../../src/search/tpe/propose-tpe.ts";

const RUNS = { seed: 24, numRuns: 40 };
const key = searchStreamKey(0, "tpe");
const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });

const plainAxis: fc.Arbitrary<Axis> = fc.oneof(
  fc.constant<Axis>({ kind: "continuous" }),
  fc.record({
    kind: fc.constantFrom("ordered" as const, "unordered" as const),
    levels: fc.integer({ min: 2, max: 9 }),
  }),
);
/** Half of the spaces begin with the choice of a variant, and each further axis then counts in some of its levels. */
const spaces: fc.Arbitrary<Axis[]> = fc.oneof(
  fc.array(plainAxis, { minLength: 1, maxLength: 4 }),
  fc
    .tuple(
      fc.integer({ min: 2, max: 3 }),
      fc.array(fc.tuple(plainAxis, fc.nat(6)), { minLength: 1, maxLength: 4 }),
    )
    .map(([levels, others]): Axis[] => [
      { kind: "unordered", levels },
      ...others.map(([axis, bits]) => ({
        ...axis,
        variants: [0, 1, 2].filter((level) => (bits + 1) & (1 << level)),
      })),
    ]),
);

/** A space, and observations of it. */
const studies = spaces.chain((axes) => {
  const observation = fc.record({
    shares: fc.array(share, { minLength: axes.length, maxLength: axes.length }),
    loss: fc.option(fc.integer({ min: -5, max: 5 }), { nil: undefined, freq: 5 }),
  });
  return fc.record({ axes: fc.constant(axes), observations: fc.array(observation, { maxLength: 30 }) });
});

function take(ask: Omit<Ask, "key" | "generation"> & Partial<Ask>, count: number): Proposal[] {
  const proposals = proposeTpe({ key, generation: 1, ...ask });
  return Array.from({ length: count }, () => proposals.next().value);
}

describe("proposeTpe()", () => {
  it("starts with the Sobol sequence", () => {
    const axes: Axis[] = [{ kind: "continuous" }, { kind: "unordered", levels: 3 }];
    const sequence = SEQUENCES.sobol(2, key);
    expect(take({ axes, observations: [], generation: 0 }, 5)).toEqual(
      [0, 1, 2, 3, 4].map((index) => ({ shares: sequence(index), origin: { kind: "sequence", index } })),
    );
  });

  it("proposes shares between 0 and 1, near good observations alone, and the same again", () => {
    fc.assert(
      fc.property(studies, ({ axes, observations }) => {
        const found = take({ axes, observations }, 6);
        expect(take({ axes, observations }, 9).slice(0, 6)).toEqual(found);
        for (const { shares, origin } of found) {
          expect(shares.every((own) => own > 0 && own < 1)).toBe(true);
          if (origin.kind !== "kernel") continue;
          const { loss } = observations[origin.around]!;
          const better = observations.filter(
            (other) => other.loss !== undefined && other.loss < loss!,
          ).length;
          expect(better).toBeLessThan(goodCount(observations.length));
        }
      }),
      RUNS,
    );
  });

  it("depends on the order of losses alone, and counts what failed as worse than any", () => {
    fc.assert(
      fc.property(studies, ({ axes, observations }) => {
        const cubed = observations.map(({ shares, loss }) => {
          return { shares, loss: loss === undefined ? 1e9 : 8 * (loss + 6) * (loss + 6) * (loss + 6) };
        });
        const isFinite = ({ loss }: Observation): boolean => loss !== undefined;
        // A failure is never good, not even where there are hardly any losses.
        fc.pre(observations.filter(isFinite).length >= goodCount(observations.length));
        expect(take({ axes, observations: cubed }, 4)).toEqual(take({ axes, observations }, 4));
      }),
      RUNS,
    );
  });

  it("does not depend on the shares of axes that do not matter, nor on where in its level a share is", () => {
    fc.assert(
      fc.property(studies, fc.double({ min: 0.05, max: 0.95 }), ({ axes, observations }, other) => {
        const moved = observations.map(({ shares, loss }) => {
          const point = pointAt(axes, shares);
          const movedShares = axes.map((axis, i) => {
            if (Number.isNaN(point[i]!)) return other;
            if (axis.kind === "continuous") return shares[i]!;
            return (Math.floor(shares[i]! * axis.levels) + other) / axis.levels;
          });
          return { shares: movedShares, loss };
        });
        expect(take({ axes, observations: moved }, 4)).toEqual(take({ axes, observations }, 4));
      }),
      RUNS,
    );
  });

  it("avoids what it has just proposed", () => {
    const axes: Axis[] = [{ kind: "unordered", levels: 40 }];
    const observations = Array.from({ length: 40 }, (_, level) => ({
      shares: [(level + 0.5) / 40],
      loss: level,
    }));
    const [first, second, third] = take({ axes, observations }, 3).map(({ shares }) => shares[0]!);
    expect(new Set([first, second, third]).size).toBe(3);
  });

  it("is pinned: another rule would change every search", () => {
    const axes: Axis[] = [
      { kind: "unordered", levels: 2 },
      { kind: "continuous" },
      { kind: "ordered", levels: 5, variants: [1] },
    ];
    const sequence = SEQUENCES.sobol(3, key);
    const observations = Array.from({ length: 16 }, (_, i) => {
      const shares = sequence(i);
      return { shares, loss: i === 3 ? undefined : Math.abs(shares[1]! - 0.7) + shares[0]! };
    });
    expect(take({ axes, observations }, 3)).toEqual(PINNED);
  });
});

describe("ParzenEstimator", () => {
  it("has mean 1 over the cube, with levels and variants, too", () => {
    fc.assert(
      fc.property(studies, ({ axes, observations }) => {
        const points = observations.map(({ shares }) => pointAt(axes, shares));
        const estimator = new ParzenEstimator(axes, points);
        const sequence = SEQUENCES.sobol(axes.length, key);
        const count = 4096;
        let sum = 0;
        for (let i = 0; i < count; i++) sum += estimator.densityAt(pointAt(axes, sequence(i)));
        expect(Math.abs(sum / count - 1)).toBeLessThan(0.15);
      }),
      RUNS,
    );
  });

  it("draws points as often as their density says", () => {
    const axes: Axis[] = [
      { kind: "unordered", levels: 2 },
      { kind: "ordered", levels: 4, variants: [1] },
    ];
    const points = [
      [0.1, 0.5],
      [0.9, 0.1],
      [0.9, 0.3],
    ].map((shares) => pointAt(axes, shares));
    const estimator = new ParzenEstimator(axes, points);
    const random = new RandomStream(key, 7);
    const draws = Array.from({ length: 20_000 }, () => estimator.draw(random).point);
    for (const level of [0, 1, 2, 3]) {
      const cell = pointAt(axes, [0.75, (level + 0.5) / 4]);
      const drawn = draws.filter((point) => point[0] === 1 && point[1] === cell[1]).length / draws.length;
      expect(Math.abs(drawn - estimator.densityAt(cell) / 8)).toBeLessThan(0.02);
    }
  });

  it("does not depend on the order of axes or points", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(share, share, share), { minLength: 1, maxLength: 20 }), (shares) => {
        const axes: Axis[] = [
          { kind: "continuous" },
          { kind: "unordered", levels: 4 },
          { kind: "ordered", levels: 7 },
        ];
        const swap = <Item>([a, b, c]: readonly Item[]): Item[] => [c!, b!, a!];
        const points = shares.map((own) => pointAt(axes, own));
        const swapped = points.map(swap).toReversed();
        const probe = pointAt(axes, [0.3, 0.6, 0.4]);
        const density = new ParzenEstimator(axes, points).densityAt(probe);
        expect(new ParzenEstimator(swap(axes), swapped).densityAt(swap(probe)) / density).toBeCloseTo(1, 10);
      }),
      RUNS,
    );
  });
});

const PINNED: Proposal[] = [
  { shares: [0.25, 0.6266932997719428, 0.5], origin: { kind: "uniform" } },
  { shares: [0.25, 0.6071886286797431, 0.5], origin: { kind: "kernel", around: 10 } },
  { shares: [0.25, 0.6402765273998332, 0.5], origin: { kind: "kernel", around: 10 } },
];
