import { describe, expect, it } from "vitest";
import { lengthOf } from "../../../../src/configuration/kind-of.ts";
import type { Chart, Mark } from "../../../../src/report/pictures/chart.ts";
import { ACCENT, distinctColor, GREY } from "../../../../src/report/pictures/colors.ts";
import { reportPictures } from "../../../../src/report/pictures/report-pictures.ts";
import { summaryMarkdown } from "../../../../src/report/summary/summary-markdown.ts";
import { buildResults } from "../../../../src/results/build-results.ts";
import type { Results } from "../../../../src/results/results.ts";
import { nextRound } from "../../../../src/results/search/next-round.ts";
import type { Outcome } from "../../../../src/training/outcome.ts";
import { planTrials } from "../../../../src/trials/plan.ts";
import { outcomeOf } from "../../../results/fixture.ts";
import { experimentOf } from "../../../support/train.ts";

const BASE = "dataset: {name: moons, samples: 120}\narchitecture: {hidden: [3]}\nobjective: testAccuracy\n";
const BEST = distinctColor(1);

interface Moment {
  readonly setting: number;
  readonly replicate: number;
  readonly epoch: number;
}

/** Returns the results of a search, given the accuracy of each setting; undefined: it diverges. */
function searched(yaml: string, accuracyOf: (moment: Moment) => number | undefined): Results {
  let plan = planTrials(experimentOf(BASE + yaml));
  const outcomes = new Map<string, Outcome>();
  for (;;) {
    for (const trial of plan.trials) {
      const { configurationIndex: setting, replicate, configuration } = trial;
      const accuracies = Array.from({ length: lengthOf(configuration) }, (_, i) =>
        accuracyOf({ setting, replicate, epoch: i + 1 }),
      );
      const known = accuracies.filter((value) => value !== undefined);
      const course =
        known.length < accuracies.length ? { divergedEpoch: known.length + 1 } : { accuracies: known };
      outcomes.set(trial.id, outcomeOf(trial, course, plan.configurations[setting]!.facts));
    }
    const next = nextRound(plan, outcomes);
    if (!next) return buildResults(plan, outcomes, { trainerVersion: 1 });
    plan = next;
  }
}

function marksOf(results: Results): readonly Mark[] {
  const [picture, ...others] = reportPictures(results).search;
  expect(others).toEqual([]);
  return (picture!.drawing as Chart).marks;
}

function of<Kind extends Mark["mark"]>(marks: readonly Mark[], kind: Kind): Extract<Mark, { mark: Kind }>[] {
  return marks.filter((mark): mark is Extract<Mark, { mark: Kind }> => mark.mark === kind);
}

function sectionOf(results: Results): string {
  const summary = summaryMarkdown(results, reportPictures(results));
  return /## How the search went\n[^]*?(?=\n## )/.exec(summary)?.[0] ?? "";
}

describe("halving", () => {
  // Setting 4 is the best at first, setting 3 at last; setting 0 diverges.
  const results = searched(
    "eta: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6]\nepochs: 4\nsweep: {search: {method: halving, factor: 2}}\n",
    ({ setting, epoch }) => {
      if (setting === 0) return undefined;
      if (setting === 3) return 0.55 + 0.1 * epoch;
      return 0.5 + 0.05 * setting - (setting === 5 ? 0.2 : 0);
    },
  );
  const marks = marksOf(results);

  it("has a table of its rungs", () => {
    expect(sectionOf(results)).toContain(
      [
        "| epochs | settings | continued | worst that continued | best that stopped |",
        "| ---: | ---: | ---: | ---: | ---: |",
        "| 1 | 6 | 3 | 60.00 % | 55.00 % |",
        "| 2 | 3 | 1 | 75.00 % | 70.00 % |",
        "| 4 | 1 | 0 | - | 95.00 % |",
      ].join("\n"),
    );
    expect(sectionOf(results)).toContain(
      "*The best setting, eta = 0.4, epochs = 4, ends at 95.00 %; after 1 epoch it was number 2 of 6.*",
    );
  });

  it("has a picture in which a line joins the rungs of each setting that continued", () => {
    const lines = of(marks, "line").filter(({ color }) => color === ACCENT || color === BEST);
    expect(lines.map(({ color, places }) => [color, places.length])).toEqual([
      [ACCENT, 2],
      [ACCENT, 2],
      [BEST, 3],
    ]);
    const dots = of(marks, "dot");
    // 5 settings at the first rung, 3 at the second, 1 at the third: higher is better.
    expect(dots).toHaveLength(9);
    const best = dots.filter(({ color }) => color === BEST).map(({ y }) => y);
    expect(best).toEqual(best.toSorted((a, b) => b - a));
    expect(dots.filter(({ color }) => color === GREY)).toHaveLength(2);
    expect(of(marks, "cross")).toHaveLength(1);
  });
});

describe("a race", () => {
  const results = searched(
    "eta: [0.1, 0.2, 0.3]\nepochs: 1\nreplicates: 6\nsweep: {search: {method: racing, first: 3}}\n",
    // Setting 2 is far worse; the others are alike on average, but for chance.
    ({ setting, replicate }) =>
      [0.8, 0.8 + 0.05 * (replicate % 2 === 0 ? 1 : -1), 0.3 + 0.01 * replicate][setting],
  );
  const marks = marksOf(results);

  it("has a table of its looks, and says why it ended", () => {
    const section = sectionOf(results);
    expect(section).toContain("| replicates | settings | left the race | still in it |");
    expect(section).toContain("| 3 | 3 | 1 | 2 |");
    expect(section).toContain("*Of 3 settings, so many were left: 2 after 3 replicates");
    expect(section).toMatch(/The race ended (?:because|with)/);
  });

  it("has a picture in which each line ends at the look where its setting left", () => {
    const lines = of(marks, "line").filter(({ width }) => width > 1);
    const ends = lines.map(({ color, places }) => [color, places.length]);
    expect(ends).toContainEqual([GREY, 3]);
    expect(ends.at(-1)).toEqual([BEST, results.best!.trials.length]);
  });

  it("has room for the whole line of the best setting", () => {
    const line = of(marks, "line").find(({ color }) => color === BEST)!;
    for (const { y } of line.places) expect(Math.min(Math.max(y, 0), 300)).toBe(y);
  });

  it("shows where the mean of the next best may be, at each look, from its paired differences", () => {
    const [band] = of(marks, "area");
    expect(band!.spans.map(({ x }) => x)).toEqual([208, 520]);
    const ratios = band!.spans.map(({ low, high }) => low - high);
    expect(ratios[1]).toBeLessThan(ratios[0]!);
    const best = of(marks, "line").find(({ color }) => color === BEST)!;
    const { low, high } = band!.spans.at(-1)!;
    expect(best.places.at(-1)!.y).toBeGreaterThan(high); // still undecided: the band meets the line of the best
    expect(best.places.at(-1)!.y).toBeLessThan(low);
  });

  it("shows running means", () => {
    const line = of(marks, "line").find(({ color }) => color === GREY)!;
    const [first, second, third] = line.places.map(({ y }) => y);
    // 30 %, then 30.5 %, then 31 %: equal steps.
    expect(first! - second!).toBeGreaterThan(0);
    expect(Math.abs(first! - second! - (second! - third!))).toBeLessThan(0.3);
  });
});

describe("a search that draws", () => {
  const values = [0.5, 0.7, 0.6, undefined, 0.8, 0.75, 0.9, 0.85, 0.6];
  const results = searched(
    "eta: {logUniform: {from: 0.01, to: 100}}\nepochs: 1\nsweep: {search: {method: tpe, configurations: 9, generation: 3}}\n",
    ({ setting }) => values[setting],
  );
  const marks = marksOf(results);

  it("has a picture of the best so far, with its generations", () => {
    const best = of(marks, "line").find(({ color }) => color === BEST)!;
    // Better ones are number 1, 2, 5 and 7 of 9 on 520 pixels, and the last one stays the best.
    const starts = best.places.filter((_, i) => i % 2 === 0).map(({ x }) => x);
    expect(starts).toEqual([0, 65, 260, 390]);
    expect(best.places.at(-1)!.x).toBe(520);
    const generations = of(marks, "line").filter(({ isDashed }) => isDashed);
    expect(generations.map(({ places }) => places[0]!.x)).toEqual([162.5, 357.5]);
    expect(of(marks, "cross").map(({ x }) => x)).toEqual([195]);
  });

  it("says when the best was found", () => {
    expect(sectionOf(results)).toContain(
      "*The best of 9 settings, 90.00 %, was number 7; the best of the first 3, which were drawn, had 70.00 %.*",
    );
    expect(sectionOf(results)).not.toContain("|");
  });
});

it("a grid has no such section", () => {
  const results = searched("eta: [0.1, 0.2]\nepochs: 1\n", ({ setting }) => 0.5 + setting / 10);
  expect(reportPictures(results).search).toEqual([]);
  expect(sectionOf(results)).toBe("");
});
