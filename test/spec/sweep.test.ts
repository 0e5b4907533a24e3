/**
 * The rules below `sweep`: what grid they make, and what is said where they are wrong.
 */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asNetwork } from "../../src/configuration/kind-of.ts";
import { readExperiment } from "../support/read-experiment.ts";
import { gridSize } from "../../src/spec/grid/expand-sweep.ts";
import { lineAndColumn } from "../../src/spec/source-text.ts";
import { columnsOf } from "../../src/spec/sweep.ts";
import { planTrials } from "../../src/trials/plan.ts";
import { pointValues } from "../../src/trials/point-values.ts";
import { experimentOf } from "../support/train.ts";
import { RULED_SPEC } from "./valid-spec.ts";

const BASE = "dataset: moons\narchitecture: {hidden: [3]}\nloss: quadratic\n";

/** Returns the columns of a spec's plan, then the values of each configuration. */
function gridOf(text: string): unknown[][] {
  const experiment = experimentOf(text);
  const columns = columnsOf(experiment);
  const rows = planTrials(experiment).configurations.map((point) => pointValues(point, columns));
  return [columns.map(({ path }) => path), ...rows];
}

function problemsOf(text: string): string[] {
  const { problems } = readExperiment(text, "a.yaml", { limit: 100 });
  return problems.map(({ severity, line, column, message }) => `${severity} ${line}:${column} ${message}`);
}

describe("sweep.zip", () => {
  test("moves fields together as one axis and one column, at its place in the document", () => {
    const rules = "sweep:\n  zip:\n    budget: {batchSize: [4, 8, 8], epochs: [1, 1, 2]}\n";
    expect(gridOf(`${BASE}eta: [1, 2]\n${rules}`)).toEqual([
      ["eta", "budget"],
      [1, { together: { batchSize: 4, epochs: 1 } }],
      [1, { together: { batchSize: 8, epochs: 1 } }],
      [1, { together: { batchSize: 8, epochs: 2 } }],
      [2, { together: { batchSize: 4, epochs: 1 } }],
      [2, { together: { batchSize: 8, epochs: 1 } }],
      [2, { together: { batchSize: 8, epochs: 2 } }],
    ]);
    expect(gridOf(`${rules}${BASE}eta: [1, 2]\n`)[0]).toEqual(["budget", "eta"]);
  });

  test("takes ranges, lists and data sets", () => {
    const rules =
      "epochs: 1\nsweep:\n  zip:\n    a: {eta: {linspace: {from: 1, to: 2, count: 2}}, architecture.hidden: [[], [5]]}\n";
    expect(gridOf(BASE + rules).slice(1)).toEqual([
      [{ together: { eta: 1, "architecture.hidden": [] } }],
      [{ together: { eta: 2, "architecture.hidden": [5] } }],
    ]);
    const data = "eta: 1\nsweep:\n  zip:\n    a: {dataset: [xor, {name: moons, noise: 0}], epochs: [1, 2]}\n";
    const { configurations } = planTrials(experimentOf(`architecture: {hidden: [3]}\nbatchSize: 4\n${data}`));
    expect(
      configurations.map(({ configuration }) => {
        const { dataset, epochs } = asNetwork(configuration);
        return [dataset.name, epochs];
      }),
    ).toEqual([
      ["xor", 1],
      ["moons", 2],
    ]);
  });

  test.each([
    [
      "of different lengths",
      "b: {eta: [1, 2], epochs: [1, 2, 3]}",
      "6:22 epochs must have as many values as eta, which has 2 (got 3)",
    ],
    [
      "of an axis",
      "b: {eta: [1, 2], epochs: [1, 2]}\neta: [1, 2]",
      "6:9 eta is swept twice: the other rule or axis is at 7:1",
    ],
    [
      "of a field twice",
      "b: {eta: [1, 2], epochs: [1, 2]}\n    c: {eta: [3, 4]}",
      "7:9 eta is swept twice: the other rule or axis is at 6:9",
    ],
    [
      "with a column's name",
      "eta: {eta: [1, 2], epochs: [1, 2]}",
      '6:5 The name of a zip group must be a word that no other column has (got "eta")',
    ],
    ["of nothing", "b: {}\neta: 1\nepochs: 1", "6:5 A zip group must have at least one field (got none)"],
  ])("refuses groups %s", (_, group, expected) => {
    const found = problemsOf(`${BASE}sweep:\n  zip:\n    ${group}\n`);
    expect(found.join("\n")).toContain(`error ${expected}`);
  });
});

describe("sweep.variants", () => {
  test("unites grids that have axes of their own; the variant is the slowest column", () => {
    const rules =
      "sweep:\n  variants:\n    plain: {}\n    deep: {architecture.hidden: [[5, 5]], eta: [2, 3]}\n";
    expect(gridOf(`${BASE}eta: 1\nepochs: [1, 2]\n${rules}`)).toEqual([
      ["variant", "eta", "epochs"],
      ["plain", 1, 1],
      ["plain", 1, 2],
      ["deep", 2, 1],
      ["deep", 2, 2],
      ["deep", 3, 1],
      ["deep", 3, 2],
    ]);
  });

  test("may alone give a required field, and then each must", () => {
    const text = `${BASE}epochs: 1\nsweep:\n  variants:\n    slow: {eta: 0.1}\n    fast: `;
    expect(gridOf(`${text}{eta: 3}\n`).slice(1)).toEqual([["slow"], ["fast"]]);
    expect(problemsOf(`${text}{loss: mse}\n`)).toEqual([
      "error 8:5 The variant fast must have a value for eta",
    ]);
  });

  test("replaces a data set with all of its options", () => {
    const text =
      "dataset: {name: moons, noise: [0, 1]}\narchitecture: {hidden: []}\neta: 1\nepochs: 1\nbatchSize: 4\n";
    const grid = gridOf(`${text}sweep: {variants: {a: {}, b: {dataset: xor}}}\n`);
    expect(grid).toEqual([
      ["variant", "dataset.noise"],
      ["a", 0],
      ["a", 1],
      ["b", 0],
    ]);
  });

  test("refuses one that repeats another", () => {
    const text = `${BASE}eta: 1\nepochs: 1\nsweep:\n  variants:\n    a: {}\n    b: {eta: 1.0}\n`;
    expect(problemsOf(text)).toEqual(["error 9:5 The variant b trains the same trials as a"]);
  });
});

describe("sweep.when", () => {
  const LOSSES =
    "dataset: moons\narchitecture: {hidden: [3]}\neta: 1\nepochs: 1\nloss: [quadratic, crossEntropy]\n";

  test("derives values, so that combinations hold", () => {
    const rule = "sweep:\n  when:\n    - {if: {loss: crossEntropy}, set: {architecture.output: softmax}}\n";
    const { configurations } = planTrials(experimentOf(LOSSES + rule));
    expect(configurations.map(({ configuration }) => asNetwork(configuration).architecture.output)).toEqual([
      "sigmoid",
      "softmax",
    ]);
    expect(problemsOf(LOSSES)[0]).toContain("error 5:19 loss: crossEntropy needs ");
  });

  test("is blamed at the value that it sets", () => {
    const rule = "sweep:\n  when:\n    - {if: {eta: 1}, set: {loss: mse, architecture.output: softmax}}\n";
    expect(problemsOf(LOSSES.replace(", crossEntropy", "") + rule)).toEqual([
      "error 8:34 loss: mse needs output: sigmoid or identity (got softmax)",
    ]);
  });

  test("is told where it sets nothing but what is set already", () => {
    const rule = "sweep:\n  when:\n    - {if: {eta: 1}, set: {loss: mse, batchSize: 10}}\n";
    expect(problemsOf(`${BASE.replace("quadratic", "[mse]")}eta: [1, 2]\nepochs: 1\n${rule}`)).toEqual([
      "error 8:12 This rule of when changes no configuration: all of its values are already set",
    ]);
  });

  test("applies in order, to included configurations too, and twice as once", () => {
    const once = "    - {if: {eta: 1}, set: {eta: 2}}\n    - {if: {eta: {gte: 2}}, set: {epochs: 9}}\n";
    const text = (rules: string) =>
      `${BASE}eta: [1, 5, 0.1]\nepochs: 1\nsweep:\n  include: [{eta: 7}]\n  when:\n${rules}`;
    expect(gridOf(text(once))).toEqual([["eta"], [2], [5], [0.1], [7]]);
    const epochs = planTrials(experimentOf(text(once))).configurations.map(
      ({ configuration }) => asNetwork(configuration).epochs,
    );
    expect(epochs).toEqual([9, 9, 1, 9]);
    const setters = "    - {if: {eta: {gte: 2}}, set: {epochs: 9}}\n";
    expect(gridOf(text(setters + setters))).toEqual(gridOf(text(setters)));
  });
});

describe("sweep.exclude", () => {
  const GRID = `${BASE}eta: [1, 2, 3]\nbatchSize: [10, full]\nepochs: 1\n`;
  test.each([
    ["a value", "{eta: 2}", 4],
    ["two fields at once", "{eta: 2, batchSize: full}", 5],
    ["any of a list", "{eta: [1, 3]}", 2],
    ["comparisons", "{eta: {gt: 1, lt: 3}}", 4],
    ["lte", "{eta: {lte: 2}}", 2],
    ["ne", "{eta: {ne: 2}, batchSize: {ne: 10}}", 4],
    ["full as the training part's size", "{batchSize: {gte: 1000}}", 3],
    ["a data set by name", "{dataset: moons, eta: 1}", 4],
    ["a data set by its options", "{dataset: {name: moons, noise: 0.1}, eta: 1}", 4],
    ["a data set's option", "{dataset.noise: {lt: 0.5}, eta: 1}", 4],
    ["a computed fact", "{parameters: 17, eta: 1}", 4],
    ["the number of layers", "{layers: [1, 2], eta: [1, 2]}", 2],
  ])("leaves out what matches %s", (_, pattern, left) => {
    expect(gridOf(`${GRID}sweep:\n  exclude: [${pattern}]\n`)).toHaveLength(left + 1);
  });

  test("matches a list field and a variant", () => {
    const text =
      "dataset: moons\narchitecture: {hidden: [[3], [3, 3]]}\neta: 1\nepochs: 1\nsweep:\n  variants: {a: {}, b: {loss: mse}}\n";
    expect(gridOf(`${text}  exclude: [{architecture.hidden: [3], variant: a}]\n`).slice(1)).toEqual([
      ["a", [3, 3]],
      ["b", [3]],
      ["b", [3, 3]],
    ]);
    expect(gridOf(`${text}  exclude: [{architecture.hidden: [[3], [3, 3]], variant: a}]\n`)).toHaveLength(3);
  });

  test.each([
    ["matches nothing", "{eta: 4}", "error 8:13 This rule of exclude matches no configuration"],
    ["leaves nothing", "{loss: quadratic}", "error 8:13 The rules of exclude leave no configuration"],
    ["names no field", "{etta: 4}", 'error 8:14 Unknown key "etta" in sweep.exclude'],
    ["compares words", "{loss: {gt: 4}}", 'error 8:21 Unknown key "gt" in sweep.exclude.loss'],
    ["compares with a word", "{eta: {gt: one}}", "error 8:24 sweep.exclude.eta.gt must be a finite number"],
    ["misspells a value", "{loss: quadratik}", "error 8:20 sweep.exclude.loss must be"],
  ])("refuses a rule that %s", (_, pattern, expected) => {
    expect(problemsOf(`${GRID}sweep:\n  exclude: [${pattern}]\n`)[0]).toContain(expected);
  });
});

describe("sweep.include", () => {
  test("adds whole configurations that exclude does not touch, with their names", () => {
    const rules =
      "sweep:\n  exclude: [{eta: 2}]\n  include: [{name: baseline, eta: 2, architecture.hidden: []}]\n";
    expect(gridOf(`${BASE}eta: [1, 2]\nepochs: 1\n${rules}`)).toEqual([
      ["eta", "architecture.hidden", "name"],
      [1, [3], null],
      [2, [], "baseline"],
    ]);
  });

  test("is a list of configurations where the rest of the spec makes none", () => {
    const text = "dataset: moons\narchitecture: {activation: tanh}\nsweep:\n  include:\n";
    const runs =
      "    - {architecture.hidden: [3], eta: 1, epochs: 2}\n    - {architecture.hidden: [9], eta: 2, epochs: 1}\n";
    expect(gridOf(text + runs)).toEqual([
      ["architecture.hidden", "eta", "epochs"],
      [[3], 1, 2],
      [[9], 2, 1],
    ]);
  });

  test.each([
    [
      "that leaves an axis open",
      "{epochs: 3}",
      "error 7:13 An included configuration must have a value for eta",
    ],
    [
      "with several values",
      "{eta: [3, 4]}",
      "error 7:19 sweep.include.eta must be a finite number above 0 (got [3, 4])",
    ],
    [
      "with a name twice",
      "{name: a, eta: 3}, {name: a, eta: 4}",
      'error 7:32 The name of an included configuration must be unique (got a second "a")',
    ],
  ])("refuses one %s", (_, rule, expected) => {
    const found = problemsOf(`${BASE}eta: [1, 2]\nepochs: 1\nsweep:\n  include: [${rule}]\n`);
    expect(found[0]).toContain(expected);
  });

  test("warns of one that the grid has already, and trains it once", () => {
    const text = `${BASE}eta: [1, 2]\nepochs: 1\nsweep:\n  include: [{eta: 2, loss: quadratic}]\n`;
    expect(problemsOf(text)).toEqual([
      "warning 7:13 Repeated configuration, trained once: eta = 2 is the same as eta = 2",
    ]);
    expect(gridOf(text)).toHaveLength(3);
  });
});

describe("limits", () => {
  const grid = (limit: number) =>
    `${BASE}eta: [1, 2, 3]\nepochs: 1\nsweep:\n  exclude: [{eta: 3}]\n  limit: ${limit}\n`;

  test("hold for what the rules leave", () => {
    expect(problemsOf(grid(2))).toEqual([]);
    expect(problemsOf(grid(1))).toEqual([
      "error 6:1 The grid must have at most 1 configurations (got 2 of 3, after the rules)",
    ]);
  });

  test("say what to raise: the spec's own limit where it stands, or --limit", () => {
    const hintsOf = (text: string, limit: number, set: readonly string[] = []) =>
      readExperiment(text, "a.yaml", { limit, set }).problems.map(({ hint }) => hint);
    const product = `${BASE}eta: [1, 2, 3]\nepochs: 1\nsweep:\n  limit: 2\n`;
    expect(hintsOf(product, 100)).toEqual(["Shorten an axis, or raise sweep.limit (line 7)"]);
    expect(hintsOf(product, 1)).toEqual(["Shorten an axis, or raise --limit"]);
    expect(hintsOf(grid(1), 100)).toEqual(["Shorten an axis, or raise sweep.limit (line 8)"]);
    expect(hintsOf(product, 100, ["sweep.limit=1"])).toEqual([
      "Shorten an axis, or raise sweep.limit (--set sweep.limit=1)",
    ]);
  });

  test("refuse more rules than a large grid can be compared with", () => {
    const rules = Array.from({ length: 1001 }, (_, i) => `    - {eta: ${i + 1}}\n`).join("");
    const text = `${BASE}eta: {range: {from: 1, to: 10000, step: 1}}\nepochs: 1\nsweep:\n  exclude:\n${rules}`;
    const { problems } = readExperiment(text, "a.yaml", { limit: 10_000 });
    expect(problems.map(({ line, message }) => `${line} ${message}`)).toEqual([
      "6 The product of rules and configurations must be at most 10000000 (got 1001 x 10000)",
    ]);
  });

  test("refuse a raw grid of more than 100 times as many before it is built", () => {
    const range = "{linspace: {from: 1, to: 99999, count: 99999}}";
    const text = `${BASE}eta: ${range}\nepochs: ${range}\nsweep: {exclude: [{eta: {gt: 1}}]}\n`;
    expect(problemsOf(text)[0]).toContain(
      "error 4:1 The grid must have at most 10000 configurations (got 99999 (eta) x 99999 (epochs)",
    );
  });
});

test("an axis that changes nothing is an error, one that sometimes does is not", () => {
  const text = (hidden: string) =>
    `dataset: moons\narchitecture:\n  hidden: ${hidden}\n  activation: [tanh, relu]\neta: 1\nepochs: 1\n`;
  expect(problemsOf(text("[]"))).toEqual([
    "error 4:3 The axis architecture.activation makes no difference: all of its values train the same trials",
  ]);
  expect(problemsOf(text("[[], [2]]"))).toEqual([]);
});

test("options of a data set that it does not have are told where they are set", () => {
  const text = `dataset: digits\narchitecture: {hidden: []}\neta: 1\nepochs: 1\nsweep: {variants: {a: {dataset.noise: [0, 1]}}}\n`;
  expect(problemsOf(text)[0]).toContain("error 5:40 Unknown option dataset.noise of digits");
});

test("a spec with every kind of rule is valid", () => {
  const { experiment, problems } = readExperiment(RULED_SPEC, "a.yaml", { limit: 1000 });
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(columnsOf(experiment!).map(({ path }) => path)).toEqual([
    "variant",
    "dataset.noise",
    "architecture.hidden",
    "architecture.activation",
    "eta",
    "budget",
    "architecture.init",
    "dataset",
    "name",
  ]);
});

test("the plan has the size that the rules leave, with ids all different", () => {
  const list = (n: number) => JSON.stringify(Array.from({ length: n }, (_, i) => i + 1));
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 4 }),
      fc.nat(4),
      (etas, pairs, cut) => {
        const rules = `sweep:\n  zip: {b: {batchSize: ${list(pairs)}, epochs: ${list(pairs)}}}\n`;
        const isCut = cut > 0 && cut < etas;
        const exclude = isCut ? `  exclude: [{eta: {lte: ${cut}}}]\n` : "";
        const { trials } = planTrials(
          experimentOf(`${BASE}eta: ${list(etas)}\nreplicates: 2\n${rules}${exclude}`),
        );
        expect(trials).toHaveLength((etas - (isCut ? cut : 0)) * pairs * 2);
        expect(new Set(trials.map(({ id }) => id)).size).toBe(trials.length);
      },
    ),
    { seed: 5, numRuns: 30 },
  );
});

test("a trial has one id, whichever rule has led to it", () => {
  const ids = (text: string) =>
    planTrials(experimentOf(`${BASE}${text}\n`))
      .trials.map(({ id }) => id)
      .toSorted();
  const plain = ids("eta: [1, 2]\nepochs: 3");
  expect(ids("epochs: 3.0e0\n# a comment\neta: [1e0, 2.0]")).toEqual(plain);
  expect(ids("sweep: {zip: {a: {eta: [1, 2], epochs: [3, 3]}}}")).toEqual(plain);
  expect(ids("sweep: {variants: {a: {eta: 1}, b: {eta: 2}}}\nepochs: 3")).toEqual(plain);
  expect(ids("eta: [1, 5]\nepochs: 3\nsweep: {when: [{if: {eta: 5}, set: {eta: 2}}]}")).toEqual(plain);
  expect(ids("eta: [1, 2, 3]\nepochs: 3\nsweep: {exclude: [{eta: 3}]}")).toEqual(plain);
  expect(ids("sweep: {include: [{eta: 1, epochs: 3}, {eta: 2, epochs: 3}]}")).toEqual(plain);
});

test("countRules() says what each rule came to", () => {
  const { experiment } = readExperiment(RULED_SPEC, "a.yaml", { limit: 1000 });
  const { counts, branches } = experiment!.sweep;
  const shown = counts.map(({ rule, name = "", place, count }) => {
    return `${lineAndColumn(place).line} ${rule} ${name} ${count}`.replace("  ", " ");
  });
  expect(shown).toEqual([
    "6 zip budget 2",
    "8 variants plain 32",
    "9 variants deep 24",
    "10 variants other 32",
    "12 when 24",
    "13 when 28",
    "16 exclude 22",
    "17 exclude 12",
    "18 exclude 6",
    "20 include baseline 1",
  ]);
  const sumOf = (wanted: string) =>
    counts.filter(({ rule }) => rule === wanted).reduce((sum, { count }) => sum + count, 0);
  expect(gridSize(branches)).toBe(sumOf("variants"));
  const { configurations, duplicates } = planTrials(experiment!);
  expect(configurations.length + duplicates.length).toBe(
    sumOf("variants") - sumOf("exclude") + sumOf("include"),
  );
});
