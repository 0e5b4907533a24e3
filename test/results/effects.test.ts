import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { axisEffectPicture } from "../../src/report/pictures/axes/axis-effect-picture.ts";
import { effectsMarkdown } from "../../src/report/summary/effects-markdown.ts";
import type { AxisEffect, Results } from "../../src/results/results.ts";
import { shownText } from "../../src/results/setting-text.ts";
import { experimentOf as specOf } from "../support/train.ts";
import { experimentOf, resultsOf, type Course, type Axis } from "./fixture.ts";

const HIDDEN: Axis = { path: "architecture.hidden", values: [[30], [100]] };
const INIT: Axis = { path: "architecture.init", values: ["normal", "scaled"] };

/** Results of a grid: one row of accuracies, in percent, for each configuration, one of them a replicate. */
function gridOf(axes: readonly Axis[], rows: readonly (readonly (number | "diverged")[])[]): Results {
  const experiment = experimentOf({ axes, replicates: { count: rows[0]!.length, baseSeed: 1 } });
  return resultsOf(experiment, ({ configurationIndex, replicate }): Course => {
    const percent = rows[configurationIndex]![replicate]!;
    return percent === "diverged" ? { divergedEpoch: 1 } : { accuracies: [percent / 100] };
  });
}

function meansOf({ values }: Pick<AxisEffect, "values">): (string | null)[] {
  return values.map(({ value, objective: { mean } }) => {
    return `${shownText(value)}: ${mean === null ? "none" : Math.round(100 * mean)}`;
  });
}

function captionOf(effect: AxisEffect, results: Results): string | undefined {
  return axisEffectPicture(effect, results)[0]?.caption;
}

/** The grid of Nielsen's third chapter: each amount of data has values of l2 of its own. */
function overfitting(): Results {
  const experiment = specOf(
    "dataset: moons\narchitecture: {hidden: [3]}\neta: 1\nepochs: 1\nreplicates: 2\nsweep:\n  variants:\n    few: {optimizer.l2: [0, 0.1]}\n    all: {optimizer.l2: [0, 5]}\n",
  );
  const percents = [82, 82.2, 87.4, 87.5, 95, 95.1, 95.7, 95.8];
  return resultsOf(experiment, ({ index }) => ({ accuracies: [percents[index]! / 100] }));
}

describe("axisEffects()", () => {
  it("averages where every value has a result in every combination of the other axes", () => {
    const results = gridOf(
      [HIDDEN, INIT],
      [
        [50, 52],
        [70, 72],
        [60, 62],
        [80, 82],
      ],
    );
    const [hidden, init] = results.effects;
    expect(meansOf(hidden!)).toEqual(["[30]: 61", "[100]: 71"]);
    expect(meansOf(init!)).toEqual(["normal: 56", "scaled: 76"]);
    expect(hidden).toMatchObject({ blocks: { compared: 2, all: 2 } });
    expect(hidden!.within).toBeUndefined();
    expect(captionOf(hidden!, results)).toMatch(
      /^Best on average over the other axes at hidden = \[100\]: 71 ± 13 %/,
    );
  });

  it("never averages over different combinations: compares l2 within each amount of data", () => {
    const results = overfitting();
    const [variant, l2] = results.effects;
    expect(l2).toMatchObject({
      blocks: { compared: 0, all: 2 },
      within: { path: "variant", why: "incomplete" },
    });
    expect(meansOf(l2!)).toEqual(["0: none", "0.1: none", "5: none"]);
    expect(l2!.within!.levels.map(meansOf)).toEqual([
      ["0: 82", "0.1: 87"],
      ["0: 95", "5: 96"],
    ]);
    expect(captionOf(l2!, results)).toBe(
      "Best at variant = few: l2 = 0.1 (87.5 ± 0.6 %); at variant = all: l2 = 5 (95.8 ± 0.6 %)",
    );
    expect(captionOf(variant!, results)).toMatch(/^Best at l2 = 0: variant = all \(95.0 ±/);
    expect(effectsMarkdown(results, [])[1]).toContain(
      [
        "| l2 | variant = few | variant = all |",
        "| ---: | ---: | ---: |",
        "| 0 | 82.1 ± 1.3 % | 95.0 ± 0.6 % |",
        "| 0.1 | 87.5 ± 0.6 % |  |",
        "| 5 |  | 95.8 ± 0.6 % |",
      ].join("\n"),
    );
  });

  it("takes what diverged for missing: the others are compared only where it did not", () => {
    const results = gridOf(
      [HIDDEN, INIT],
      [
        [50, 52],
        [70, 72],
        ["diverged", "diverged"],
        [80, 82],
      ],
    );
    const [hidden] = results.effects;
    expect(hidden).toMatchObject({ blocks: { compared: 1, all: 2 }, within: { why: "incomplete" } });
    expect(captionOf(hidden!, results)).toBe(
      "Best at init = scaled: hidden = [100] (81 % (65 to 91)); diverged trials: hidden = [100] (2 of 4)",
    );
    expect(effectsMarkdown(results, [])[0]).toContain("| [100] | 2 of 2 diverged | 81 % (65 to 91) |");
  });

  it("averages over those of many combinations that have all values, and says how many", () => {
    const experiment = specOf(
      "dataset: moons\narchitecture: {hidden: [[3], [4]]}\neta: [1, 2, 3]\nbatchSize: [5, 10]\nepochs: 1\nsweep: {exclude: [{eta: 3, batchSize: 10, architecture.hidden: [3]}]}\n",
    );
    const results = resultsOf(experiment, ({ index }) => ({ accuracies: [index / 100] }));
    const hidden = results.effects.find(({ path }) => path === "architecture.hidden")!;
    expect(hidden.blocks).toEqual({ compared: 5, all: 6 });
    expect(captionOf(hidden, results)).toContain(
      "over the 5 of 6 combinations of the other axes that have all values",
    );
    expect(effectsMarkdown(results, [])[0]).toContain(
      "Mean over the 5 of 6 combinations of the other axes where",
    );
  });

  it("says why where nothing can be compared", () => {
    const experiment = specOf(
      "dataset: moons\narchitecture: {hidden: [3]}\neta: 1\nepochs: 1\nsweep:\n  variants:\n    slow: {eta: [0.1, 0.2]}\n    fast: {eta: [3, 4]}\n",
    );
    const results = resultsOf(experiment, ({ index }) => ({ accuracies: [index / 10] }));
    const [variant] = results.effects;
    expect(variant).toMatchObject({ path: "variant", blocks: { compared: 0, all: 4 } });
    expect(captionOf(variant!, results)).toBeUndefined();
    expect(effectsMarkdown(results, [])[0]).toContain("so the means are not comparable");
  });

  it("shows the values by the other axis where another one is better there, by more than noise", () => {
    const clear = gridOf(
      [HIDDEN, INIT],
      [
        [95, 95.2, 94.9],
        [95.6, 95.8, 95.5],
        [83, 85, 80],
        [97.7, 97.8, 97.8],
      ],
    );
    const [hidden, init] = clear.effects;
    expect(hidden!.within).toMatchObject({ path: "architecture.init", why: "interaction" });
    expect(init!.within).toBeUndefined();
    expect(captionOf(hidden!, clear)).toMatch(
      /^Best at init = normal: hidden = \[30\].*; at init = scaled: hidden = \[100\]/,
    );
    const noisy = gridOf(
      [HIDDEN, INIT],
      [
        [50, 60, 55],
        [70, 60, 65],
        [62, 54, 53],
        [95, 96, 97],
      ],
    );
    expect(noisy.effects[0]!.within).toBeUndefined();
  });

  it("calls no dependence what only contradicts the answer", () => {
    const results = gridOf(
      [HIDDEN, INIT],
      [
        [77, 79, 75],
        [89.1, 89.5, 88.8],
        [82, 81, 80],
        [89, 89.3, 88.9],
      ],
    );
    expect(results.best!.values).toEqual([[30], "scaled"]);
    expect(results.effects[0]!.within).toMatchObject({ why: "answer" });
    expect(effectsMarkdown(results, [])[0]).toContain(
      "The best setting does not have the value that is best on average",
    );
  });

  it("never prefers on average what the answer does not, without showing where", () => {
    const percent = fc.integer({ min: 0, max: 100 });
    const shape = fc.record({ etas: fc.integer({ min: 2, max: 4 }), count: fc.integer({ min: 1, max: 3 }) });
    const grid = shape.chain(({ etas, count }) =>
      fc.array(
        fc.array(fc.oneof({ weight: 9, arbitrary: percent }, fc.constant("diverged" as const)), {
          minLength: count,
          maxLength: count,
        }),
        {
          minLength: 2 * etas,
          maxLength: 2 * etas,
        },
      ),
    );
    fc.assert(
      fc.property(grid, (rows) => {
        const eta: Axis = { path: "eta", values: Array.from({ length: rows.length / 2 }, (_, i) => i + 1) };
        const results = gridOf([eta, HIDDEN], rows);
        for (const [i, effect] of results.effects.entries()) {
          const means = effect.values.flatMap(({ objective }) => objective.mean ?? []);
          const own = effect.values.find(
            ({ value }) => shownText(value) === shownText(results.best?.values[i] ?? null),
          );
          if (!effect.within && own && means.length > 1) expect(own.objective.mean).toBe(Math.max(...means));
        }
      }),
      { numRuns: 150 },
    );
  });
});
