import { describe, expect, test } from "vitest";
import { line } from "../../../src/data/toys/line.ts";
import { point } from "../../../src/data/toys/point.ts";
import { sine } from "../../../src/data/toys/sine.ts";
import { contentDigest } from "../content-digest.ts";

const CONTEXT = { dataDir: undefined, cacheDir: "" };
const LINE = { name: "line", samples: 100, noise: 0.2, features: 1, seed: 0 } as const;
const SINE = { name: "sine", samples: 100, noise: 0.2, seed: 0 } as const;

describe("data sets with a number to predict", () => {
  test("load() builds the pinned points at the default options", async () => {
    expect(contentDigest(await line.load(LINE, CONTEXT))).toMatchInlineSnapshot(
      `"b4e755ffd25b1091416770d5d7f9a42111c184ddf9fad2dbfef91352049627cb"`,
    );
    expect(contentDigest(await sine.load(SINE, CONTEXT))).toMatchInlineSnapshot(
      `"89e3a9036b21aadb5f318efee86b683debf732be8225dd6eaf9bfa515f7c9cf5"`,
    );
  });

  test("line.load() without noise lies on the plane", async () => {
    const { inputs, targets, target } = await line.load({ ...LINE, features: 3, noise: 0 }, CONTEXT);
    expect(target).toEqual({ kind: "numbers", count: 1 });
    expect(targets).toHaveLength(200);
    targets!.forEach((y, row) => {
      const [a, b, c] = inputs.subarray(3 * row, 3 * row + 3) as unknown as [number, number, number];
      expect(y).toBeCloseTo(0.5 + a - b / 2 + c / 3, 6);
      for (const x of [a, b, c]) expect(Math.abs(x)).toBeLessThan(1);
    });
  });

  test("sine.load() scatters around the wave by the noise, on the target alone", async () => {
    const { inputs, targets } = await sine.load({ ...SINE, samples: 2000, noise: 0.5 }, CONTEXT);
    const residuals = [...targets!].map((y, row) => y - Math.sin(Math.PI * inputs[row]!));
    const mean = residuals.reduce((sum, r) => sum + r, 0) / residuals.length;
    const variance = residuals.reduce((sum, r) => sum + (r - mean) ** 2, 0) / residuals.length;
    expect(mean).toBeCloseTo(0, 1);
    expect(Math.sqrt(variance)).toBeCloseTo(0.5, 1);
    expect([...inputs].filter((x) => x > 0).length / inputs.length).toBeCloseTo(0.5, 1);
  });

  test("load() keeps the examples of a part when samples grow", async () => {
    const [few, many] = await Promise.all(
      [10, 30].map((samples) => sine.load({ ...SINE, samples }, CONTEXT)),
    );
    for (const part of ["train", "test"] as const)
      few!.parts[part].forEach((row, i) => {
        const other = many!.parts[part][i]!;
        expect([few!.inputs[row], few!.targets![row]]).toEqual([many!.inputs[other], many!.targets![other]]);
      });
  });

  test("point.load() is one example, to train and to test on, whose target is known beforehand", async () => {
    const set = await point.load({ name: "point", x: 0.5, y: 0.25 }, CONTEXT);
    expect(set).toMatchObject({
      inputs: Float32Array.of(0.5, 0.5),
      targets: Float32Array.of(0.25, 0.25),
      target: { kind: "numbers", count: 1, range: [0.25, 0.25] },
      sizes: { train: 1, validation: 0, test: 1 },
    });
  });
});
