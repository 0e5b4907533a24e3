/**
 * Searches: what they draw, how rules apply to it, and what is refused.
 */
import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { readExperiment } from "../../support/read-experiment.ts";
import { columnsOf } from "../../../src/spec/sweep.ts";
import { planTrials } from "../../../src/trials/plan.ts";
import { pointValues } from "../../../src/trials/point-values.ts";
import { shardTrials } from "../../../src/trials/shard.ts";
import { experimentOf } from "../../support/train.ts";

const BASE = "dataset: moons\narchitecture: {hidden: [3]}\nepochs: 1\n";
const SPACE = `${BASE}eta: {logUniform: {from: 1e-3, to: 10}}
batchSize: {integers: {from: 8, to: 128, step: 8}}
loss: [quadratic, mse]
`;
const RUNS = { seed: 24, numRuns: 25 };
const method = fc.constantFrom("random", "sobol");

function searchText(name: string, configurations: number, rules = ""): string {
  return `sweep:\n  search: {method: ${name}, configurations: ${configurations}}\n${rules}`;
}

/** Returns the values of each configuration of a spec's plan, under the names of the columns. */
function drawn(text: string): unknown[][] {
  const experiment = experimentOf(text);
  const columns = columnsOf(experiment);
  return [
    columns.map(({ path }) => path),
    ...planTrials(experiment).configurations.map((point) => pointValues(point, columns)),
  ];
}

function problemsOf(text: string, limit = 1000): string[] {
  const { problems } = readExperiment(text, "a.yaml", { limit });
  return problems.map(({ severity, line, column, message }) => `${severity} ${line}:${column} ${message}`);
}

describe("a search", () => {
  it("draws pinned values: other ones would change the trials of every search", () => {
    expect(drawn(SPACE + searchText("sobol", 4))).toEqual(PINNED.sobol);
    expect(drawn(SPACE + searchText("random", 4))).toEqual(PINNED.random);
  });

  it("begins with the same configurations however many are drawn", () => {
    fc.assert(
      fc.property(method, fc.integer({ min: 1, max: 40 }), fc.nat(40), (name, some, more) => {
        const [few, many] = [some, some + more].map((count) => {
          return planTrials(experimentOf(SPACE + searchText(name, count))).trials.map(({ id }) => id);
        });
        expect(many!.slice(0, some)).toEqual(few);
        expect(new Set(many).size).toBe(some + more);
      }),
      RUNS,
    );
  });

  it("draws other values with another baseSeed, and only then", () => {
    const [a, b, c] = ["", "replicates: {baseSeed: 1}\n", "description: other\n"].map((line) => {
      return drawn(line + SPACE + searchText("random", 3));
    });
    expect(b).not.toEqual(a);
    expect(c).toEqual(a);
  });

  it("keeps the values of an axis when another one follows", () => {
    fc.assert(
      fc.property(method, (name) => {
        const more = drawn(
          `${SPACE}optimizer: {name: sgd, l2: {uniform: {from: 0, to: 1}}}\n${searchText(name, 5)}`,
        );
        expect(more.map((values) => values.slice(0, 3))).toEqual(drawn(SPACE + searchText(name, 5)));
      }),
      { numRuns: 2 },
    );
  });

  it("stays within the bounds, and draws every item of a list", () => {
    fc.assert(
      fc.property(method, fc.nat(1e6), (name, baseSeed) => {
        const [, ...rows] = drawn(`replicates: {baseSeed: ${baseSeed}}\n${SPACE}${searchText(name, 40)}`);
        for (const [eta, batchSize] of rows as [number, number][]) {
          expect(eta).toBeGreaterThanOrEqual(1e-3);
          expect(eta).toBeLessThanOrEqual(10);
          expect([batchSize % 8, batchSize >= 8, batchSize <= 128]).toEqual([0, true, true]);
        }
        expect(new Set(rows.map(([, , loss]) => loss))).toEqual(new Set(["quadratic", "mse"]));
      }),
      RUNS,
    );
  });

  it("is divided into shards that have all of its trials together", () => {
    const plan = planTrials(experimentOf(SPACE + searchText("sobol", 30)));
    const parts = [1, 2, 3].map((number) => shardTrials(plan.trials, plan, { number, of: 3 }));
    expect(
      parts
        .flat()
        .map(({ index }) => index)
        .toSorted((a, b) => a - b),
    ).toEqual(plan.trials.map(({ index }) => index));
  });
});

describe("rules of a search", () => {
  it("exclude draws on until there are enough", () => {
    const rule = "  exclude: [{eta: {gt: 0.1}}]\n";
    const [, ...rows] = drawn(SPACE + searchText("random", 20, rule)) as number[][];
    expect(rows).toHaveLength(20);
    expect(rows.every(([eta]) => eta! <= 0.1)).toBe(true);
    const all = drawn(SPACE + searchText("random", 60)).slice(1) as number[][];
    expect(all.filter(([eta]) => eta! <= 0.1).slice(0, 20)).toEqual(rows);
  });

  it("when derives from what is drawn", () => {
    const rule = "  when: [{if: {eta: {gt: 0.1}}, set: {batchSize: 4}}]\n";
    const [, ...rows] = drawn(SPACE + searchText("sobol", 16, rule)) as number[][];
    expect(rows.every(([eta, batchSize]) => eta! > 0.1 === (batchSize === 4))).toBe(true);
  });

  it("include is tried first", () => {
    const rule = "  include: [{name: usual, eta: 0.3, batchSize: 10, loss: mse}]\n";
    const [header, first, ...rows] = drawn(SPACE + searchText("sobol", 4, rule));
    expect([header, first]).toEqual([
      ["eta", "batchSize", "loss", "name"],
      [0.3, 10, "mse", "usual"],
    ]);
    expect(rows.map((values) => values.slice(0, 3))).toEqual(drawn(SPACE + searchText("sobol", 4)).slice(1));
  });

  it("zip groups and variants are drawn whole", () => {
    const rules = `  zip: {size: {batchSize: [8, 32], epochs: [1, 2]}}
  variants:
    plain: {}
    deep: {architecture.hidden: [[4, 4], [8, 8]], eta: {uniform: {from: 20, to: 30}}}
`;
    const [header, ...rows] = drawn(
      `${BASE.replace("epochs: 1\n", "")}eta: {uniform: {from: 0.5, to: 1}}\n${searchText("sobol", 32, rules)}`,
    );
    expect(header).toEqual(["variant", "architecture.hidden", "eta", "size"]);
    const count = (name: string) => rows.filter(([variant]) => variant === name).length;
    expect([count("plain"), count("deep")]).toEqual([16, 16]);
    for (const [variant, hidden, eta] of rows) {
      expect(variant === "plain").toBe(Number(eta) <= 1);
      expect(variant === "plain").toBe(JSON.stringify(hidden) === "[3]");
    }
  });

  it("never draws a configuration twice", () => {
    const few = `${BASE}eta: 1\nbatchSize: {integers: {from: 1, to: 6}}\nloss: [quadratic, mse]\n`;
    const rows = drawn(few + searchText("random", 12))
      .slice(1)
      .map((values) => JSON.stringify(values));
    expect(new Set(rows).size).toBe(12);
    expect(problemsOf(few + searchText("random", 13))).toEqual([
      "error 8:44 A search must find 13 different configurations (got 12 in 1300 draws)",
    ]);
  });
});

describe("readExperiment() refuses", () => {
  const eta = (form: string, sweep = searchText("sobol", 8)) => `${BASE}eta: ${form}\n${sweep}`;
  test.each<[string, string, string[]]>([
    [
      "a search over lists alone",
      eta("[1, 2]"),
      [
        "error 6:3 A search needs an axis with a distribution: uniform, logUniform or integers (got lists alone)",
      ],
    ],
    [
      "a distribution without a search",
      eta("{uniform: {from: 0.1, to: 1}}", ""),
      ["error 4:6 eta needs a search to be drawn (got uniform)"],
    ],
    [
      "a distribution in a variant without a search",
      eta("1", "sweep: {variants: {a: {eta: {uniform: {from: 0.1, to: 1}}}, b: {}}}\n"),
      ["error 5:29 eta needs a search to be drawn (got uniform)"],
    ],
    [
      "ends in the wrong order",
      eta("{uniform: {from: 1, to: 0.1}}"),
      ["error 4:30 to of eta must be more than from, which is 1 (got 0.1)"],
    ],
    [
      "equal ends",
      eta("{logUniform: {from: 1, to: 1}}"),
      ["error 4:33 to of eta must be more than from, which is 1 (got 1)"],
    ],
    [
      "the logarithm of zero",
      eta("{logUniform: {from: 0, to: 1}}"),
      ["error 4:26 eta.logUniform.from must be a finite number above 0 (got 0)"],
    ],
    [
      "the logarithm of an integer below 1",
      `${BASE}eta: 1\narchitecture.x: 1\n`
        .replace("architecture.x: 1\n", "")
        .concat("batchSize: {integers: {from: 0, to: 8, log: true}}\n", searchText("sobol", 8)),
      ["error 5:30 from of batchSize must be at least 1 where log is true (got 0)"],
    ],
    [
      "a step that misses the end",
      `${BASE}eta: 1\nbatchSize: {integers: {from: 8, to: 20, step: 8}}\n${searchText("sobol", 8)}`,
      ["error 5:47 step of batchSize must lead from 8 to 20 (got 8, which meets 16 and 24)"],
    ],
    [
      "fractions where integers are meant",
      `${BASE}eta: 1\nbatchSize: {uniform: {from: 8, to: 20}}\n${searchText("sobol", 8)}`,
      ["error 5:12 batchSize must be drawn from integers (got uniform)"],
    ],
    [
      "an end that is no value of the field",
      `${BASE}eta: {uniform: {from: -1, to: 20}}\n${searchText("sobol", 8)}`,
      ["error 4:23 eta must be a finite number above 0 (got -1)"],
    ],
    [
      "a distribution in a zip group",
      eta(
        "1",
        searchText(
          "sobol",
          8,
          "  zip: {a: {epochs: [1, 2], eta: {uniform: {from: 1, to: 2}}, batchSize: [1, 2]}}\n",
        ),
      ),
      ["error 7:34 eta in a zip group must be a list (got uniform)"],
    ],
    [
      "no configurations",
      eta("{uniform: {from: 1, to: 2}}", searchText("sobol", 0)),
      ["error 6:43 sweep.search.configurations must be an integer from 1 to 1000000 (got 0)"],
    ],
    [
      "more configurations than the limit",
      eta("{uniform: {from: 1, to: 2}}", searchText("sobol", 1001)),
      ["error 6:43 A search must have at most 1000 configurations (got 1001)"],
    ],
    [
      "an unknown method",
      eta("{uniform: {from: 1, to: 2}}", searchText("sobal", 8)),
      [
        'error 6:20 sweep.search.method must be one of sobol, random, tpe, halving, hyperband, racing (got "sobal")',
      ],
    ],
    [
      "more axes than Sobol's sequence has",
      `kind: program\ncommand: [echo]\nfiles: [a.yaml]\nmetrics: {loss: minimize}\nobjective: loss\nparameters:\n${Array.from({ length: 65 }, (_, i) => `  p${i}: {uniform: {from: 0, to: 1}}\n`).join("")}${searchText("sobol", 8)}`,
      ["error 73:3 sobol must have at most 64 axes (got 65)"],
    ],
  ])("%s", (_, text, expected) => expect(problemsOf(text)).toEqual(expected));

  it("each value only once where all that are drawn are wrong", () => {
    const text = `${BASE}eta: 1\nbatchSize: {integers: {from: 997, to: 1004}}\n${searchText("sobol", 4)}`;
    expect(problemsOf(text)).toEqual([
      "warning 5:1 Repeated configuration, trained once: batchSize = 1004 is the same as batchSize = 1001",
      "error 5:12 batchSize must be at most 1000, the training part of moons (got 1001)",
    ]);
  });
});

const PINNED = {
  sobol: [
    ["eta", "batchSize", "loss"],
    [0.156765, 128, "mse"],
    [0.0116499, 16, "quadratic"],
    [0.00928842, 88, "mse"],
    [6.9028, 40, "quadratic"],
  ],
  random: [
    ["eta", "batchSize", "loss"],
    [0.190996, 120, "quadratic"],
    [0.00357836, 32, "quadratic"],
    [0.0024698, 8, "quadratic"],
    [0.00336448, 40, "quadratic"],
  ],
};

describe("readExperiment() refuses a search that learns", () => {
  const drawn = (search: string, more = "epochs: 9\n") =>
    `dataset: moons\narchitecture: {hidden: [3]}\neta: {logUniform: {from: 0.1, to: 1}}\n${more}sweep:\n  search: {${search}}\n`;
  const listed = (search: string, more = "epochs: 9\n") =>
    drawn(search, more).replace("{logUniform: {from: 0.1, to: 1}}", "[0.1, 1]");
  const descent =
    "kind: function\nfunction: rosenbrock\nstart: [[0, 0], [1, 2]]\neta: 0.001\nsteps: 9\nsweep:\n  search: {method: racing}\n";
  test.each<[string, string, string]>([
    [
      "an option of another method",
      drawn("method: sobol, configurations: 8, factor: 2"),
      "error 6:46 factor belongs to halving and hyperband (got method: sobol)",
    ],
    [
      "a number that hyperband computes",
      drawn("method: hyperband, configurations: 8"),
      "error 6:31 configurations belongs to sobol, random, tpe, halving and racing (got method: hyperband)",
    ],
    [
      "a first rung that is a whole training",
      drawn("method: halving, configurations: 8, from: 9"),
      "error 6:54 from must be less than epochs, which is 9 (got 9)",
    ],
    [
      "distributions without a number of configurations",
      drawn("method: halving"),
      "error 6:3 search: halving needs a number of configurations (got eta: logUniform)",
    ],
    [
      "a number of configurations of lists",
      listed("method: racing, configurations: 8", "epochs: 9\nreplicates: 9\n"),
      "error 7:44 A search needs an axis with a distribution: uniform, logUniform or integers (got lists alone)",
    ],
    [
      "lists that tpe is to draw from",
      listed("method: tpe, configurations: 8"),
      "error 6:3 A search needs an axis with a distribution: uniform, logUniform or integers (got lists alone)",
    ],
    [
      "lengths beside those of the ladder",
      drawn("method: halving, configurations: 8", "epochs: [9, 3]\n"),
      "error 4:13 epochs must be one number with method: halving (got 3, 9)",
    ],
    [
      "a schedule that depends on the number of epochs",
      drawn("method: hyperband", "schedule: oneCycle\nepochs: 9\n"),
      "error 4:11 search: hyperband needs training that does not depend on the number of epochs (got schedule: oneCycle)",
    ],
    [
      "weights that go back to those of an earlier epoch",
      drawn(
        "method: halving, configurations: 8",
        "earlyStopping: {metric: testLoss, patience: 2, restoreBest: true}\nepochs: 9\n",
      ),
      "error 4:61 search: halving needs training that does not depend on the number of epochs (got restoreBest: true)",
    ],
    [
      "a race that ends where it begins",
      listed("method: racing", "epochs: 9\nreplicates: 3\n"),
      "error 5:13 racing needs more replicates than first, which is 3 (got 3)",
    ],
    [
      "a race of replicates that are all alike",
      descent,
      "error 7:3 racing needs replicates that differ (got kind: function)",
    ],
    [
      "one configuration",
      listed("method: halving").replace("[0.1, 1]", "1"),
      "error 6:3 search: halving needs at least 2 configurations (got 1)",
    ],
    [
      "more configurations than a race can compare in pairs",
      drawn("method: racing, configurations: 1001", "epochs: 9\nreplicates: 9\n"),
      "error 7:3 A race must have at most 1000 configurations (got 1001)",
    ],
    [
      "a budget below one generation",
      drawn("method: tpe, budget: {trials: 5}"),
      "error 6:33 The budget must pay for 8 configurations of 1 trial, one generation (got 5)",
    ],
    [
      "a budget below one configuration",
      drawn("method: sobol, budget: {epochs: 8}"),
      "error 6:35 The budget must pay for 1 configuration of 1 trial (got 0)",
    ],
    [
      "a budget below the first comparison",
      listed("method: racing, budget: {trials: 5}", "epochs: 9\nreplicates: 6\n"),
      "error 7:36 The budget must pay for 6 trials, the first comparison (got 5)",
    ],
    [
      "a budget that the ladder exceeds",
      drawn("method: halving, configurations: 9, budget: {epochs: 20}"),
      "error 6:56 The budget must pay for 21 epochs, all rungs (got 20)",
    ],
    [
      "two budgets",
      drawn("method: sobol, budget: {trials: 5, epochs: 3}"),
      "error 6:35 budget must have one of trials, epochs and examples (got trials, epochs)",
    ],
    [
      "a budget of time",
      drawn("method: sobol, budget: {seconds: 60}"),
      'error 6:36 Unknown key "seconds" in sweep.search.budget',
    ],
  ])("%s", (_, text, expected) => expect(problemsOf(text, 2000)).toEqual([expected]));

  it("draws as many configurations as a budget pays for", () => {
    const sizes = ["{trials: 7}", "{epochs: 80}", "{examples: 99999}"].map((budget) => {
      const { sweep } = experimentOf(drawn(`method: sobol, budget: ${budget}`));
      return sweep.search?.configurations;
    });
    expect(sizes).toEqual([7, 8, 11]); // 9 epochs of 1,000 examples each
  });
});
