import { describe, expect, it } from "vitest";
import { simulate, type Scene } from "../../support/simulated-families.ts";

const COUNT = 300;
/** 5 % are promised, up to 7 % were found (comparison-rates.md), and chance adds four standard errors in so few experiments. */
const MOST = 0.07 + 4 * Math.sqrt((0.07 * 0.93) / COUNT);

const EQUAL: Scene[] = [2, 10, 30].flatMap((settings) =>
  [3, 10].flatMap((replicates) =>
    (["normal", "exponential"] as const).map((noise): Scene => ({ settings, replicates, noise })),
  ),
);

describe("settings that are all as good as each other", () => {
  it.each(EQUAL)(
    "$settings of $noise noise with $replicates replicates are hardly ever called worse",
    (scene) => {
      expect(simulate(scene, scene.settings > 10 ? COUNT / 3 : COUNT).found).toBeLessThanOrEqual(MOST);
    },
  );

  it("are hardly ever called worse where one is noisier, or where replicates shift all alike", () => {
    const scene = { settings: 10, replicates: 3, noise: "normal" } as const;
    const noisy = simulate({ ...scene, deviationOf: (i) => (i === 0 ? 3 : 1) }, COUNT);
    const shared = simulate({ ...scene, shared: 3 }, COUNT);
    expect(Math.max(noisy.found, shared.found)).toBeLessThanOrEqual(MOST);
  });

  it("were called worse too often by tests that ignore that the best was picked", () => {
    expect(simulate({ settings: 30, replicates: 10, noise: "normal" }, COUNT / 3).before).toBeGreaterThan(
      0.13,
    );
  });
});

describe("one setting that is worse by eight standard deviations", () => {
  it("is mostly called so with three replicates", () => {
    const { power, found } = simulate({ settings: 10, replicates: 3, noise: "normal", shift: 8 }, COUNT);
    expect(power).toBeGreaterThan(0.6);
    expect(found).toBeLessThanOrEqual(MOST);
  });
});
