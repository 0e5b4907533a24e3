import { describe, expect, it } from "vitest";
import { RandomStream } from "../../src/math/random-stream.ts";
import { moderatedVariances } from "../../src/search/racing/moderated-variances.ts";
import { SEARCH } from "../support/search-vectors.ts";
import { NOISES, runRace, type RaceRun, type Scene } from "../support/simulated-races.ts";

const LOOKS = [3, 4, 5, 6, 7, 8, 9, 10];
const RACES = 1000;

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
