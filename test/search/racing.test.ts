import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RandomStream } from "../../src/math/random-stream.ts";
import { judgeRace, type RaceLook } from "../../src/search/racing/judge-race.ts";
import { moderatedVariances } from "../../src/search/racing/moderated-variances.ts";
import { SEARCH } from "../support/search-vectors.ts";
import { NOISES, runRace, type RaceRun, type Scene } from "../support/simulated-races.ts";
import { IS_LONG } from "../support/long-form.ts";

const LOOKS = [3, 4, 5, 6, 7, 8, 9, 10];
/** The long form has as many as the bound was set for; fewer find a method that is wrong, not one that is nearly right. */
const RACES = IS_LONG ? 1000 : 250;

function runRaces(scene: Scene, count: number): RaceRun[] {
  const random = new RandomStream([24, scene.means.length]);
  return Array.from({ length: count }, () => runRace(scene, random));
}

function shareOf<Item>(items: readonly Item[], test: (item: Item) => boolean): number {
  return items.filter(test).length / items.length;
}

describe("moderatedVariances()", () => {
  it.each(SEARCH.moderated)("agrees with NumPy ($degrees degrees, at most $most)", (vector) => {
    const found = moderatedVariances(vector.variances, vector.degrees, vector.most);
    expect(found.degrees / vector.total).toBeCloseTo(1, 8);
    found.variances.forEach((own, i) => expect(own / vector.moderated[i]!).toBeCloseTo(1, 8));
  });
});

/** A race at its first look of three, after four replicates of nine. */
function lookAt(losses: RaceLook["losses"], look: Partial<RaceLook> = {}): RaceLook {
  return { losses, look: 1, looks: 3, replicates: 9, margin: 0, ...look };
}

describe("judgeRace()", () => {
  it("drops what is clearly worse than the leader, with the figures of SciPy", () => {
    const losses = [
      [5.1, 5.9, 5.3, 5.6],
      [1.2, 1.9, 1.1, 1.7],
    ];
    const { verdicts, ending } = judgeRace(lookAt(losses));
    expect(ending).toBe("winner");
    const { t, p, critical } = SEARCH.pair; // of the two samples, two-sided, and at 5 % / 3 looks
    const difference = 5.475 - 1.475;
    const half = (difference / t) * critical;
    expect(verdicts).toEqual([
      {
        kind: "worse",
        difference: expect.closeTo(difference, 12),
        interval: { low: expect.closeTo(difference - half, 7), high: expect.closeTo(difference + half, 7) },
        adjusted: expect.closeTo(3 * p, 12),
      },
      { kind: "leader" },
    ]);
  });

  it("does not depend on the order, the unit or the origin of losses", () => {
    const loss = fc.integer({ min: -50, max: 50 });
    const races = fc.integer({ min: 2, max: 5 }).chain((count) => {
      const row = fc.array(loss, { minLength: count, maxLength: count });
      return fc.array(row, { minLength: 2, maxLength: 6 });
    });
    fc.assert(
      fc.property(races, (losses) => {
        fc.pre(
          new Set(losses.map((own) => own.reduce((sum, value) => sum + value, 0))).size === losses.length,
        );
        const { verdicts, ending } = judgeRace(lookAt(losses));
        const kinds = verdicts.map(({ kind }) => kind);
        const reversed = judgeRace(lookAt(losses.toReversed()));
        expect(reversed.verdicts.map(({ kind }) => kind).toReversed()).toEqual(kinds);
        const moved = judgeRace(lookAt(losses.map((own) => own.map((value) => 4 * value + 64))));
        expect(moved.verdicts.map(({ kind }) => kind)).toEqual(kinds);
        expect([reversed.ending, moved.ending]).toEqual([ending, ending]);
        const shifted = judgeRace(lookAt(losses.map((own) => own.map((value, i) => value + 100 * i))));
        expect(shifted.verdicts.map(({ kind }) => kind)).toEqual(kinds);
      }),
      { seed: 24, numRuns: 200 },
    );
  });

  it("leaves a difference open that is the same in every replicate, because nothing is known of its noise", () => {
    const { verdicts, ending } = judgeRace(
      lookAt([
        [0, 0, 0],
        [1, 1, 1],
      ]),
    );
    expect(verdicts[1]).toEqual({ kind: "kept", difference: 1, interval: undefined, adjusted: 1 });
    expect(ending).toBeUndefined();
  });

  it("ends where the rest are equal, are within the margin, are unlikely to be decided, or all looks are spent", () => {
    const equal = [
      [3, 4, 5],
      [3, 4, 5],
    ];
    expect(judgeRace(lookAt(equal)).ending).toBe("tie");
    const close = [
      [3.1, 4, 5.05, 6],
      [3, 4, 5, 6],
    ];
    expect(judgeRace(lookAt(close, { margin: 0.5 })).ending).toBe("tie");
    expect(judgeRace(lookAt(close)).ending).toBeUndefined();
    const mixed = [
      [3, 4, 5, 6],
      [4.1, 3, 6.2, 5],
    ];
    expect(judgeRace(lookAt(mixed, { replicates: 5 })).ending).toBe("undecidable");
    expect(judgeRace(lookAt(mixed, { replicates: 100 })).ending).toBeUndefined();
    expect(judgeRace(lookAt(mixed, { look: 3 })).ending).toBe("spent");
  });

  it("drops a configuration whose trials failed as soon as others have none that did", () => {
    const { verdicts, ending } = judgeRace(
      lookAt([
        [1, undefined, 1],
        [2, 3, 2],
      ]),
    );
    expect(verdicts).toEqual([{ kind: "incomplete", replicate: 1 }, { kind: "leader" }]);
    expect(ending).toBe("winner");
  });

  it("ends where every configuration has a trial that failed: more replicates cannot decide it", () => {
    const failed = lookAt([
      [1, undefined],
      [undefined, 3],
    ]);
    const verdicts = [{ kind: "open" }, { kind: "open" }];
    for (const look of [1, 2, 3])
      expect(judgeRace({ ...failed, look })).toEqual({ verdicts, ending: "diverged" });
  });
});

describe("a race of equally good configurations", () => {
  const cases = (Object.keys(NOISES) as (keyof typeof NOISES)[]).flatMap((noise) =>
    [2, 8, 27].map((size) => [noise, size] as const),
  );
  it.each(cases)("drops any in at most one of twenty cases: %s noise, %i configurations", (noise, size) => {
    const runs = runRaces(
      { means: new Array<number>(size).fill(0), noise: NOISES[noise], looks: LOOKS },
      RACES,
    );
    expect(shareOf(runs, ({ left }) => left.length < size)).toBeLessThanOrEqual(0.05);
    expect(shareOf(runs, ({ isCovered }) => isCovered)).toBeGreaterThanOrEqual(0.95);
  });
});

describe("a race of configurations that differ in noise", () => {
  const scaled = (deviationOf: (place: number) => number): Scene["noise"] => {
    return (random, count) =>
      Array.from({ length: count }, (_, place) => deviationOf(place) * random.normal());
  };
  it.each([
    ["one has five times as much", (place: number) => (place === 0 ? 5 : 1), 0.1],
    ["every other has five times as much", (place: number) => (place % 2 === 0 ? 5 : 1), 0.05],
    ["one has none", (place: number) => (place === 0 ? 0 : 1), 0.05],
  ] as const)("hardly ever finds a false winner, and drops few: %s", (_, deviationOf, most) => {
    const runs = runRaces(
      { means: new Array<number>(8).fill(0), noise: scaled(deviationOf), looks: LOOKS },
      RACES,
    );
    expect(shareOf(runs, ({ left }) => left.length === 1)).toBeLessThanOrEqual(0.02);
    expect(shareOf(runs, ({ left }) => left.length < 8)).toBeLessThanOrEqual(most);
  });
});

describe("a race of two that are equally good, and of many that are far worse", () => {
  it.each([
    ["less", 0.1],
    ["more", 4],
  ] as const)("keeps both in at least 19 of 20 cases, where the others have %s noise", (_, deviation) => {
    const means = Array.from({ length: 27 }, (_, place) => (place < 2 ? 0 : 20 + 5 * place));
    const noise: Scene["noise"] = (random, count) => {
      return Array.from({ length: count }, (_, place) => (place < 2 ? 1 : deviation) * random.normal());
    };
    const runs = runRaces({ means, noise, looks: LOOKS }, RACES);
    expect(shareOf(runs, ({ left }) => left.includes(0) && left.includes(1))).toBeGreaterThanOrEqual(0.95);
    expect(shareOf(runs, ({ isCovered }) => isCovered)).toBeGreaterThanOrEqual(0.95);
    expect(shareOf(runs, ({ left }) => left.length <= 2)).toBeGreaterThanOrEqual(0.99);
  });
});

describe("a race with a best configuration", () => {
  const cases = [
    { gap: 4, others: 7, found: 0.99, saved: 0.5 },
    { gap: 3, others: 26, found: 0.8, saved: 0.25 },
  ];
  it.each(cases)("finds it as all replicates do, with fewer: $gap deviations, $others others", (scene) => {
    const means = [0, ...new Array<number>(scene.others).fill(scene.gap)];
    const runs = runRaces({ means, noise: NOISES.normal, looks: LOOKS }, 300);
    const plain = runRaces({ means, noise: NOISES.normal, looks: [10] }, 300);
    const isFound = ({ left }: RaceRun): boolean => left.length === 1 && left[0] === 0;
    expect(shareOf(runs, ({ left }) => left.includes(0))).toBe(1);
    expect(shareOf(runs, isFound)).toBeGreaterThanOrEqual(scene.found);
    expect(shareOf(runs, isFound)).toBeGreaterThanOrEqual(shareOf(plain, isFound) - 0.1);
    const trials = runs.reduce((sum, run) => sum + run.trials, 0) / runs.length;
    expect(trials).toBeLessThanOrEqual((1 - scene.saved) * 10 * means.length);
  });
});
