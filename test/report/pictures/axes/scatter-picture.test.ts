import { describe, expect, it } from "vitest";
import { asNetwork } from "../../../../src/configuration/kind-of.ts";
import type { Chart, Mark } from "../../../../src/report/pictures/chart.ts";
import { reportPictures } from "../../../../src/report/pictures/report-pictures.ts";
import { summaryMarkdown } from "../../../../src/report/summary/summary-markdown.ts";
import { resultsOf } from "../../../results/fixture.ts";
import { experimentOf } from "../../../support/train.ts";

const SEARCH = experimentOf(`dataset: moons
architecture: {hidden: [3], activation: [tanh, relu]}
eta: {logUniform: {from: 0.01, to: 100}}
batchSize: {integers: {from: 10, to: 90, step: 20}}
epochs: 1
sweep:
  search: {method: sobol, configurations: 8}
`);
/** The later, the better; the first one diverges. */
const results = resultsOf(SEARCH, ({ index }) =>
  index === 0 ? { divergedEpoch: 1 } : { accuracies: [0.5 + index / 20] },
);
const pictures = reportPictures(results);

function marksOf(name: string): readonly Mark[] {
  const { drawing } = pictures.effects.find((picture) => picture.name === name)!;
  return (drawing as Chart).marks;
}

describe("the pictures of a search", () => {
  it("are a scatter for each axis, and parallel coordinates", () => {
    const names = [...pictures.effects, ...pictures.together, ...pictures.variance].map(({ name }) => name);
    expect(names).toEqual(["scatter-activation", "scatter-eta", "scatter-batchSize", "parallel-coordinates"]);
  });

  it("place every setting by its value, on a logarithmic axis where it was drawn so", () => {
    const dots = marksOf("scatter-eta").flatMap((mark) => (mark.mark === "dot" ? [mark] : []));
    const etas = results.configurations.slice(1).map(({ values }) => Number(values[1]));
    // From 0.01 to 100 there are four decades on 520 pixels.
    const expected = etas.map((eta) => Math.round(10 * 130 * (Math.log10(eta) + 2)) / 10);
    expect(dots.map(({ x }) => x)).toEqual(expected);
    expect(dots.map(({ radius }) => radius)).toEqual([3.5, 3.5, 3.5, 3.5, 3.5, 3.5, 6]);
    expect(marksOf("scatter-eta").filter(({ mark }) => mark === "cross")).toHaveLength(1);
  });

  it("spread settings that share an item of a list beside it", () => {
    const dots = marksOf("scatter-activation").flatMap((mark) => (mark.mark === "dot" ? [mark.x] : []));
    expect(new Set(dots).size).toBe(7);
    for (const x of dots) expect(Math.min(Math.abs(x - 52), Math.abs(x - 468))).toBeLessThanOrEqual(14);
  });
});

describe("the summary of a search", () => {
  const text = summaryMarkdown(results, pictures);

  it("says what was searched", () => {
    expect(text).toContain(
      "Searched: 8 points of a scrambled Sobol sequence over activation (tanh, relu), eta (0.01 to 100, log-uniform), batchSize (10 to 90, integers in steps of 20).",
    );
  });

  it("has no means by axis and no analysis of variance", () => {
    expect(results.effects).toEqual([]);
    expect(text).not.toContain("## Effect of");
    expect(text).toContain("## Values and results\n\n![");
    expect(text).not.toContain("## Variance");
  });
});

describe("the importance of axes", () => {
  const experiment = experimentOf(`dataset: moons
architecture: {hidden: [3]}
eta: {uniform: {from: 0.001, to: 1}}
batchSize: {integers: {from: 1, to: 60}}
epochs: 1
sweep:
  search: {method: sobol, configurations: 40}
`);
  const searched = (accuracyOf: (values: readonly number[]) => number): ReturnType<typeof resultsOf> =>
    resultsOf(experiment, ({ configuration }) => {
      const { eta, batchSize } = asNetwork(configuration);
      return { accuracies: [accuracyOf([eta, Number(batchSize)])] };
    });

  it("is that of the one that matters", () => {
    const results = searched(([eta]) => 0.2 + 0.6 * eta!);
    const found = reportPictures(results).variance;
    expect(found.map(({ name }) => name)).toEqual(["importance"]);
    expect(found[0]!.caption).toMatch(/^eta: (?:9\d|100)\.\d %; /);
    expect(summaryMarkdown(results, reportPictures(results))).toMatch(
      /## Importance of the axes\n\nHow much of [^]* by a random forest, fitted to 40 settings; [^]* explains (?:9\d|100) % of the variance/,
    );
  });

  it("is unknown where results are chance", () => {
    const results = searched(([eta]) => 0.5 + 0.3 * ((997 * eta!) % 1));
    expect(reportPictures(results).variance).toEqual([]);
    expect(summaryMarkdown(results, reportPictures(results))).toContain(
      "The results do not show which axes matter: a random forest, fitted to 40 settings, explains only",
    );
  });

  it("is not asked of a single axis", () => {
    const one = experimentOf(
      "dataset: moons\narchitecture: {hidden: [3]}\nepochs: 1\neta: {uniform: {from: 0.001, to: 1}}\nsweep: {search: {method: random, configurations: 9}}\n",
    );
    const results = resultsOf(one, ({ index }) => ({ accuracies: [index / 10] }));
    expect(summaryMarkdown(results, reportPictures(results))).not.toContain("## Importance");
  });
});

describe("report.confirm", () => {
  const confirmOf = (lines: string): unknown => experimentOf(lines).report?.confirm;
  const rest = "eta: {uniform: {from: 0.1, to: 1}}\nsweep: {search: {method: random, configurations: 2}}\n";
  const network = `dataset: xor\nepochs: 1\narchitecture: {hidden: [2]}\n${rest}`;

  it("is 5 for a search by default, and what the spec says", () => {
    expect(confirmOf(network)).toBe(5);
    expect(confirmOf(`${network}report: {confirm: 2}\n`)).toBe(2);
    expect(confirmOf(`${network}report: {confirm: 0}\n`)).toBe(undefined);
    expect(confirmOf(`kind: function\nfunction: saddle\nstart: [1, 1]\nsteps: 9\n${rest}`)).toBe(undefined);
  });
});
