/**
 * One test for each mistake that people make: where it is reported, what is said, what to write instead.
 */
import { describe, expect, test } from "vitest";
import { readExperiment } from "../support/read-experiment.ts";
import { specText } from "./valid-spec.ts";

/** Where and what is reported; `hint` is exact, `says` part of the message. */
interface Expected {
  readonly at: readonly [line: number, column: number, length: number];
  readonly says: string;
  readonly hint?: string;
}

function problemsOf(text: string) {
  const { experiment, problems } = readExperiment(text, "a.yaml", { limit: 100 });
  expect(experiment).toBeUndefined();
  return problems;
}

function expectOnly(text: string, { at: [line, column, length], says, hint }: Expected): void {
  const problems = problemsOf(text);
  expect(problems).toMatchObject([{ severity: "error", file: "a.yaml", line, column, length }]);
  expect(problems[0]!.message).toContain(says);
  if (hint !== undefined) expect(problems[0]!.hint).toBe(hint);
}

/** A valid spec without `eta`, and with one more line, the fifth at most: the mistake. */
function withLine(line: string, without = "eta"): string {
  return specText({ [without]: undefined }) + line;
}

describe("readExperiment() refuses text that is no YAML", () => {
  test.each<[string, string, Expected]>([
    ["an open quote", 'eta: "0.3\n', { at: [1, 6, 4], says: 'Missing closing "quote' }],
    ["an open bracket", "eta: [1, 2\nepochs: 3\n", { at: [2, 1, 1], says: "end with a ]" }],
    [
      "a tab as indentation",
      "architecture:\n\thidden: []\n",
      { at: [2, 1, 1], says: "Tabs are not allowed", hint: "Indent with spaces, two for each level" },
    ],
    ["a missing colon", "eta: 1\nepochs 3\n", { at: [2, 1, 8], says: "followed by map values" }],
    ["a stray indentation", "eta: 1\n  epochs: 3\n", { at: [1, 6, 1], says: "Nested mappings" }],
    ["a missing space", "eta:0.3\n", { at: [1, 1, 7], says: "The experiment must be a map" }],
    ["a NUL byte", "eta: 0\0.3\n", { at: [1, 7, 1], says: "NUL byte" }],
    ["nothing", "", { at: [1, 1, 1], says: "The file contains no experiment" }],
    ["only comments", "# eta: 3\n", { at: [1, 1, 1], says: "The file contains no experiment" }],
    [
      "a second document",
      `${specText()}---\n${specText()}`,
      { at: [5, 1, 1], says: "A file must contain one YAML document (got a second one)" },
    ],
    [
      "YAML 1.1",
      `%YAML 1.1\n---\n${specText()}`,
      { at: [1, 1, 9], says: "An experiment must be plain YAML 1.2 (got the directive %YAML 1.1)" },
    ],
    ["a tag", specText({ eta: "!js 3" }), { at: [3, 6, 3], says: "Unresolved tag: !js" }],
  ])("%s", (_, text, expected) => expectOnly(text, expected));

  test.each([
    ["lists", "[".repeat(20_000)],
    ["sequences", "- ".repeat(20_000)],
    ["maps", "{a: ".repeat(20_000)],
    ["keys", "? ".repeat(20_000)],
  ])("deep nesting of %s", (_, text) => {
    expect(problemsOf(text)[0]!.message).toContain("nest at most 50 levels");
  });
});

describe("readExperiment() refuses keys", () => {
  test.each<[string, string, Expected]>([
    [
      "doubled",
      withLine("eta: 1\neta: 2\n"),
      { at: [5, 1, 3], says: 'Duplicate key "eta": the first is at 4:1' },
    ],
    ["unknown", specText({ momentum: "0.9" }), { at: [5, 1, 8], says: '"momentum"' }],
    ["missing", specText({ epochs: undefined }), { at: [1, 1, 7], says: "Missing key epochs" }],
    [
      "missing below",
      specText({ architecture: "{init: he}" }),
      { at: [2, 16, 4], says: "Missing key hidden in architecture" },
    ],
    [
      "missing in nothing",
      specText({ architecture: "{}" }),
      { at: [2, 15, 2], says: "Missing key hidden in architecture" },
    ],
    ["number", specText({ 1: "2" }), { at: [1, 1, 1], says: "must be a word (got 1)" }],
    ["list", `? [a]\n: 1\n${specText()}`, { at: [1, 3, 3], says: "must be a word (got [a])" }],
    ["__proto__", specText() + "__proto__: {eta: 3}\n", { at: [5, 1, 9], says: '"__proto__"' }],
    ["constructor", specText({ constructor: "1" }), { at: [5, 1, 11], says: '"constructor"' }],
    ["merge, in quotes", specText({ '"<<"': "{eta: 3}" }), { at: [5, 1, 4], says: '"<<"' }],
  ])("%s", (_, text, expected) => expectOnly(text, expected));

  test.each([
    "learningRate",
    "learning_rate",
    "learning rate",
    "LearningRate",
    "lr",
    "ETA",
    "etaa",
    "step_size",
  ])("%s, and leads to eta, in one problem", (key) => {
    expectOnly(withLine(`${key}: 0.3\n`), { at: [4, 1, key.length], says: `"${key}"`, hint: "Write eta" });
  });

  test.each([
    ["batch_size", "Write batchSize"],
    ["batch", "Write batchSize"],
    ["bachSize", "Write batchSize"],
    ["repetitions", "Write replicates"],
    ["seed", "Write baseSeed below replicates"],
    ["activation", "Write activation below architecture"],
    ["workers", "Write workers below run"],
    ["repeats", "Write replicates"],
  ])("%s: %s", (key, hint) => {
    expectOnly(specText({ [key]: "1" }), { at: [5, 1, key.length], says: `"${key}"`, hint });
  });

  test.each(["layers", "hiddenLayers", "units", "hidden"])(
    "%s, which stands for the architecture too",
    (key) => {
      const hint = "Write hidden below architecture";
      expectOnly(withLine(`${key}: [3]\n`, "architecture"), {
        at: [4, 1, key.length],
        says: `"${key}"`,
        hint,
      });
    },
  );

  test("misplaced in a map below", () => {
    const text = specText({ eta: undefined, architecture: "{hidden: [3], lr: 1}" });
    expectOnly(text, {
      at: [2, 29, 2],
      says: "in architecture",
      hint: "Write eta at the top level",
    });
  });
});

describe("readExperiment() refuses values", () => {
  const eta = "eta must be a finite number above 0";
  const epochs = "epochs must be an integer from 1 to 100000";
  const batchSize = "batchSize must be an integer of at least 1 or full";
  test.each<[string, Readonly<Record<string, string>>, Expected]>([
    ["eta 1e", { eta: "1e" }, { at: [3, 6, 2], says: `${eta} (got "1e")` }],
    [
      "eta 1_000",
      { eta: "1_000" },
      { at: [3, 6, 5], says: eta, hint: "Write 1000, without quotes or separators" },
    ],
    [
      "eta in quotes",
      { eta: '"0.5"' },
      { at: [3, 6, 5], says: eta, hint: "Write 0.5, without quotes or separators" },
    ],
    [
      "eta 0,5",
      { eta: "0,5" },
      { at: [3, 6, 3], says: eta, hint: "Write 0.5, without quotes or separators" },
    ],
    ["eta 0", { eta: "0" }, { at: [3, 6, 1], says: `${eta} (got 0)` }],
    ["eta -1", { eta: "-1" }, { at: [3, 6, 2], says: `${eta} (got -1)` }],
    ["eta .inf", { eta: ".inf" }, { at: [3, 6, 4], says: `${eta} (got .inf)` }],
    ["eta .nan", { eta: ".nan" }, { at: [3, 6, 4], says: `${eta} (got .nan)` }],
    ["eta 1e999", { eta: "1e999" }, { at: [3, 6, 5], says: `${eta} (got 1e999)` }],
    ["eta true", { eta: "true" }, { at: [3, 6, 4], says: `${eta} (got true)` }],
    ["eta empty", { eta: "" }, { at: [3, 1, 3], says: `${eta} (got nothing)` }],
    ["eta null", { eta: "null" }, { at: [3, 6, 4], says: `${eta} (got nothing)` }],
    ["eta within an axis", { eta: "[0.1, 0, 1]" }, { at: [3, 12, 1], says: `${eta} (got 0)` }],
    ["eta as a list of lists", { eta: "[[0.1]]" }, { at: [3, 7, 5], says: `${eta} (got [0.1])` }],
    [
      "an empty axis",
      { eta: "[]" },
      { at: [3, 6, 2], says: "must have at least one value in its list (got [])" },
    ],
    [
      "empty values",
      { eta: "{values: []}" },
      { at: [3, 15, 2], says: "at least one value in its list (got [])" },
    ],
    ["value as a list", { eta: "{value: [1]}" }, { at: [3, 14, 3], says: `${eta} (got [1])` }],
    ["batchSize 0", { batchSize: "0" }, { at: [5, 12, 1], says: `${batchSize} (got 0)` }],
    ["batchSize all", { batchSize: "Full" }, { at: [5, 12, 4], says: batchSize, hint: "Write full" }],
    [
      "batchSize too large",
      { batchSize: "[10, 12001]" },
      {
        at: [5, 17, 5],
        says: "at most 12000, the training part of digits (got 12001)",
        hint: "Write batchSize: 12000, or batchSize: full",
      },
    ],
    ["epochs 1.5", { epochs: "1.5" }, { at: [4, 9, 3], says: `${epochs} (got 1.5)` }],
    ["epochs 100001", { epochs: "100001" }, { at: [4, 9, 6], says: `${epochs} (got 100001)` }],
    [
      "an integer beyond 2^53",
      { replicates: "{baseSeed: 9007199254740993}" },
      { at: [5, 24, 16], says: "at most 9007199254740991" },
    ],
    [
      "hidden [0]",
      { architecture: "{hidden: [0]}" },
      { at: [2, 25, 1], says: "an integer from 1 to 1000000 (got 0)" },
    ],
    [
      "hidden 15",
      { architecture: "{hidden: 15}" },
      { at: [2, 24, 2], says: "must be a list", hint: "Write [15]" },
    ],
    [
      "hidden 30, 30",
      { architecture: "\n  hidden: 30, 30" },
      { at: [3, 11, 6], says: "must be a list", hint: "Write [30, 30]" },
    ],
    ["eta 0.1, 1", { eta: "0.1, 1" }, { at: [3, 6, 6], says: eta, hint: "Write [0.1, 1]" }],
    [
      "loss mse, quadratic",
      { loss: "mse, quadratic" },
      { at: [5, 7, 14], says: "one of", hint: "Write [mse, quadratic]" },
    ],
    [
      "hidden mixed",
      { architecture: "{hidden: [15, [30]]}" },
      { at: [2, 25, 2], says: "must be a list", hint: "Write [15]" },
    ],
    [
      "an unknown word",
      { loss: "quadratik" },
      {
        at: [5, 7, 9],
        says: "one of quadratic, mse, huber, hinge, crossEntropy, binaryCrossEntropy",
        hint: "Write quadratic",
      },
    ],
    [
      "cross_entropy",
      { loss: "cross_entropy" },
      { at: [5, 7, 13], says: "one of quadratic", hint: "Write crossEntropy" },
    ],
    ["a description that is no text", { description: "3" }, { at: [5, 14, 1], says: "must be text (got 3)" }],
    [
      "an architecture that is no map",
      { architecture: "[15]" },
      { at: [2, 15, 4], says: "architecture must be a map" },
    ],
    [
      "replicates 0",
      { replicates: "0" },
      { at: [5, 13, 1], says: "an integer from 1 to 100000 or a map (got 0)" },
    ],
    [
      "an unknown metric",
      { metrics: "[trainLos]" },
      { at: [5, 11, 8], says: "one of trainLoss", hint: "Write trainLoss" },
    ],
    [
      "a metric that comes twice",
      { metrics: "[trainLoss, trainLoss]" },
      { at: [5, 10, 22], says: "a list without repetition" },
    ],
    [
      "timeout 0",
      { run: "{timeout: 0}" },
      { at: [5, 16, 1], says: "run.timeout must be a finite number above 0" },
    ],
  ])("%s", (_, fields, expected) => expectOnly(specText(fields), expected));
});

describe("readExperiment() refuses ranges", () => {
  test.each<[string, Readonly<Record<string, string>>, Expected]>([
    [
      "without their name",
      { eta: "{from: 1}" },
      {
        at: [3, 7, 4],
        says: '"from"',
        hint: "Write {linspace: {from: 1}} or range or logspace or uniform or logUniform or integers",
      },
    ],
    [
      "without a key",
      { eta: "{linspace: {from: 1, to: 2}}" },
      { at: [3, 18, 4], says: "Missing key count in eta.linspace" },
    ],
    [
      "of one value",
      { eta: "{linspace: {from: 1, to: 2, count: 1}}" },
      { at: [3, 41, 1], says: "from 2 to 100000" },
    ],
    [
      "whose step misses the end",
      { eta: "{range: {from: 0.1, to: 1, step: 0.2}}" },
      { at: [3, 6, 38], says: "The step of eta must lead from 0.1 to 1 (got 0.2, which meets 0.9 and 1.1)" },
    ],
    [
      "with values that do not fit the field",
      { epochs: "{linspace: {from: 1, to: 10, count: 5}}" },
      { at: [4, 9, 39], says: "an integer from 1 to 100000 (got 3.25 in this range)" },
    ],
    [
      "with values that are equal",
      { eta: "{logspace: {from: 1, to: 1.1, count: 9, digits: 2}}" },
      { at: [3, 6, 51], says: "The values of eta must differ in 2 significant digits (got 1 twice)" },
    ],
    [
      "from 0 in logspace",
      { eta: "{logspace: {from: 0, to: 1, count: 3}}" },
      { at: [3, 24, 1], says: "eta.logspace.from" },
    ],
    [
      "of words",
      { loss: "{linspace: {from: 0, to: 1, count: 3}}" },
      { at: [5, 8, 8], says: '"linspace"', hint: "Write for example quadratic or crossEntropy" },
    ],
  ])("%s", (_, fields, expected) => expectOnly(specText(fields), expected));
});

describe("readExperiment() refuses data sets", () => {
  const names = "digits, mnist, xor, moons, spirals, blobs, line, sine, point";
  test.each<[string, Readonly<Record<string, string>>, Expected]>([
    ["unknown", { dataset: "mnits" }, { at: [1, 10, 5], says: names, hint: "Write mnist" }],
    [
      "unknown, with options",
      { dataset: "{train: 3, name: mnits}" },
      { at: [1, 27, 5], says: names, hint: "Write mnist" },
    ],
    ["unknown, in a list", { dataset: "[xor, moon]" }, { at: [1, 16, 4], says: names, hint: "Write moons" }],
    ["without name", { dataset: "{samples: 3}" }, { at: [1, 11, 7], says: "Missing key name" }],
    [
      "with a misspelt name key",
      { dataset: "{nam: xor}" },
      { at: [1, 11, 3], says: '"nam"', hint: "Write name" },
    ],
    [
      "with an option of others",
      { dataset: "{name: moons, classes: 3}" },
      { at: [1, 24, 7], says: '"classes"', hint: "Allowed: name, samples, noise, seed" },
    ],
    [
      "with a value out of range",
      { dataset: "{name: moons, noise: -1}" },
      { at: [1, 31, 2], says: "dataset.noise must be a finite number of at least 0 (got -1)" },
    ],
    [
      "with an axis inside a list",
      { dataset: "[xor, {name: moons, noise: [0, 1]}]", batchSize: "4" },
      { at: [1, 30, 5], says: "dataset.noise must have one value inside a list (got 2)" },
    ],
    [
      "that share too many images",
      { dataset: "{name: mnist, train: 60000, validation: 10000}" },
      { at: [1, 50, 5], says: "60000 and 10000", hint: "Write train: 50000" },
    ],
  ])("%s", (_, fields, expected) => expectOnly(specText(fields), expected));
});

describe("readExperiment() refuses combinations", () => {
  const architecture = (output: string) => `{hidden: [3], output: ${output}}`;
  test.each<[string, Readonly<Record<string, string>>, Expected]>([
    [
      "crossEntropy without softmax",
      { loss: "crossEntropy" },
      {
        at: [5, 7, 12],
        says: "needs output: softmax (got sigmoid)",
        hint: "Write output: softmax below architecture, or loss: quadratic or mse or binaryCrossEntropy",
      },
    ],
    [
      "softmax with the default loss",
      { architecture: architecture("softmax") },
      {
        at: [2, 37, 7],
        says: "quadratic needs output: sigmoid or identity (got softmax)",
        hint: "Write output: sigmoid below architecture, or loss: crossEntropy",
      },
    ],
    [
      "mse with softmax in axes",
      { architecture: architecture("[sigmoid, softmax]"), loss: "[mse]" },
      { at: [5, 8, 3], says: "mse needs output: sigmoid or identity (got softmax)" },
    ],
    [
      "binaryCrossEntropy with identity",
      { architecture: architecture("identity"), loss: "binaryCrossEntropy" },
      { at: [5, 7, 18], says: "needs output: sigmoid (got identity)" },
    ],
    [
      "an objective that is not measured",
      { objective: "{metric: trainAccuracy}" },
      { at: [5, 21, 13], says: "must be listed in metrics", hint: "Write metrics: [trainAccuracy]" },
    ],
    [
      "an objective without its part",
      { dataset: "moons", objective: "{metric: validationLoss}" },
      { at: [5, 21, 14], says: "The metric validationLoss needs a validation part (got none in moons)" },
    ],
    [
      "an objective without its part somewhere",
      { dataset: "{name: digits, validation: [10, 0]}", objective: "{metric: validationLoss}" },
      { at: [5, 21, 14], says: "The metric validationLoss needs a validation part (got none in digits)" },
    ],
    [
      "too many configurations",
      { epochs: "{range: {from: 1, to: 51, step: 1}}", eta: "[1, 2]" },
      {
        at: [4, 1, 6],
        says: "The grid must have at most 100 configurations (got 2 (eta) x 51 (epochs) = 102)",
      },
    ],
  ])("%s", (_, fields, expected) => expectOnly(specText(fields), expected));

  const numbers = { dataset: "line", architecture: architecture("identity") };
  test.each<[string, Readonly<Record<string, string>>, Expected]>([
    [
      "default outputs that cannot reach the targets",
      { dataset: "line" },
      {
        at: [1, 10, 4],
        says: "output: sigmoid needs targets from 0 to 1 (got any numbers in line)",
        hint: "Write output: identity below architecture",
      },
    ],
    [
      "written outputs that cannot reach the target of a point",
      { dataset: "{name: point, y: [1, 2]}", architecture: architecture("sigmoid") },
      {
        at: [2, 37, 7],
        says: "output: sigmoid needs targets from 0 to 1 (got numbers from 2 to 2 in point)",
      },
    ],
    [
      "a loss of classes",
      { ...numbers, loss: "[mse, hinge]" },
      {
        at: [5, 13, 5],
        says: "needs classes (got numbers to predict in line)",
        hint: "Write loss: quadratic, mse or huber",
      },
    ],
    [
      "weights of classes",
      { ...numbers, classWeights: "[none, balanced]" },
      {
        at: [5, 22, 8],
        says: "classWeights needs classes (got numbers to predict in line)",
        hint: "Write classWeights: none",
      },
    ],
    [
      "soft labels",
      { dataset: "point", loss: "binaryCrossEntropy", labelSmoothing: "0.1" },
      {
        at: [6, 17, 3],
        says: "labelSmoothing needs classes (got numbers to predict in point)",
        hint: "Write labelSmoothing: 0",
      },
    ],
    [
      "an accuracy as the objective",
      { ...numbers, objective: "{metric: testAccuracy}" },
      { at: [5, 21, 12], says: "needs classes (got none in line)", hint: "Write metric: testLoss" },
    ],
    [
      "scores of classes",
      { ...numbers, metrics: "[rmse, f1]" },
      {
        at: [5, 17, 2],
        says: "The metric f1 needs classes (got none in line)",
        hint: "Write for example mae, rmse or r2",
      },
    ],
    [
      "a score that is watched but not listed",
      { ...numbers, earlyStopping: "{metric: testRmse, patience: 3}" },
      { at: [5, 25, 8], says: "must be listed in metrics", hint: "Write metrics: [rmse]" },
    ],
    [
      "an accuracy as the target",
      { ...numbers, target: "{metric: testAccuracy, value: 0.9}" },
      { at: [5, 18, 12], says: "needs classes (got none in line)" },
    ],
  ])("for numbers to predict: %s", (_, fields, expected) => expectOnly(specText(fields), expected));

  test("but allows what the list of metrics or the output provides", () => {
    const fields = { objective: "{metric: trainAccuracy}", metrics: "[trainAccuracy]", loss: "crossEntropy" };
    const text = specText({ ...fields, architecture: architecture("softmax") });
    expect(readExperiment(text, "a.yaml", { limit: 1 }).problems).toEqual([]);
  });
});

describe("readExperiment() refuses aliases", () => {
  test("without anchor", () => {
    expectOnly(specText({ eta: "*rate" }), {
      at: [3, 6, 5],
      says: "Alias *rate must have an anchor &rate before it",
    });
  });

  test("of themselves", () => {
    expectOnly(specText({ eta: "&rate [1, *rate]" }), {
      at: [3, 16, 5],
      says: "Alias *rate must have an anchor",
    });
  });

  test("of wrong values, naming the anchor", () => {
    const text = specText({ description: "&text words", eta: undefined }) + "eta: *text\n";
    expectOnly(text, { at: [5, 6, 5], says: '(got "words") (its anchor is at 4:20)' });
  });

  test("that multiply", () => {
    const lines = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]\n`);
    const problems = problemsOf(`a0: &a0 [1, 1]\n${lines.join("")}`);
    expect(problems.map(({ message }) => message).join()).toContain(
      "Aliases must repeat at most 10000 values (got more)",
    );
  });
});

test("readExperiment() reports everything at once, in the order of the text", () => {
  const problems = problemsOf(`dataset: digit
architecture:
  hidden: [0]
  output: [softmax, sigmoid]
  activaton: relu
learningRate: 1_000
epochs: 1.5
batchSize: [10, 0, 20000]
loss: mse
replicates: {cont: 3}
objective: {metric: trainLoss}
`);
  const places = problems.map(({ line, column }) => `${line}:${column}`);
  expect(places).toEqual(["1:10", "3:12", "5:3", "6:1", "6:15", "7:9", "8:17", "9:7", "10:14", "11:21"]);
});

describe("a mistake within the values of an axis is one of the field", () => {
  test.each<[string, string, Expected]>([
    ["values", "eta: {values: [0.1, a]}\n", { at: [4, 21, 1], says: "eta must be a finite number above 0" }],
    ["value", "eta: {value: a}\n", { at: [4, 14, 1], says: "eta must be a finite number above 0" }],
  ])("%s", (_, line, expected) => expectOnly(withLine(line), expected));
});
