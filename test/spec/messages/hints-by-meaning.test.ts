/**
 * Hints for words of other systems, and for slips of the keyboard: each exactly.
 */
import { describe, expect, test } from "vitest";
import { readExperiment } from "../../support/read-experiment.ts";
import { FIELDS_MEANT, WORDS_MEANT } from "../../../src/spec/fields/messages/synonyms.ts";
import { schemaText } from "../../../src/fields/schema/schema-text.ts";
import { EXPERIMENT_SCHEMA } from "../../../src/fields/experiment-schema.ts";
import { specText } from "../valid-spec.ts";

/** Returns the hints for a spec, in the order of their places. */
function hintsFor(text: string, set: readonly string[] = []): (string | undefined)[] {
  const { problems } = readExperiment(text, "a.yaml", { limit: 100, set });
  return problems.map(({ hint }) => hint);
}

describe("a key of another system leads to ours:", () => {
  test.each([
    ["learning_rate", "Write eta"],
    ["lr", "Write eta"],
    ["alpha", "Write eta"],
    ["learning_rate_init", "Write eta"],
  ])("%s: %s", (key, hint) => {
    expect(hintsFor(specText({ eta: undefined, [key]: "0.1" }))).toEqual([hint]);
  });

  test.each([
    ["lr", "0.1", "Remove it: eta is already there"],
    ["alpha", "0.1", "Write l2 below optimizer"],
    ["weight_decay", "0.1", "Write l2 below optimizer"],
    ["batch_size", "32", "Write batchSize"],
    ["hidden_layer_sizes", "[30]", "Write hidden below architecture"],
    ["patience", "5", "Write patience below earlyStopping"],
    ["n_iter_no_change", "5", "Write patience below earlyStopping"],
    ["solver", "adam", "Write optimizer"],
    ["nesterovs_momentum", "true", "Write optimizer: nesterov"],
    ["random_state", "1", "Write baseSeed below replicates"],
    ["n_jobs", "2", "Write workers below run"],
    ["tol", "0.1", "Write minDelta below earlyStopping"],
    [
      "metric",
      "{name: val_acc, goal: maximize}",
      "Write objective: {metric: validationAccuracy, goal: maximize}",
    ],
    [
      "early_stopping",
      "{monitor: val_loss, patience: 3}",
      "Write earlyStopping: {metric: validationLoss, patience: 3}",
    ],
  ])("%s: %s", (key, value, hint) => {
    expect(hintsFor(specText({ [key]: value }))).toEqual([hint]);
  });

  test("n_epochs", () => {
    expect(hintsFor(specText({ epochs: undefined, n_epochs: "3" }))).toEqual(["Write epochs"]);
  });

  test("max_iter, by the kind of experiment", () => {
    const descent = "kind: function\nfunction: rosenbrock\nstart: [1, 1]\neta: 0.1\nmax_iter: 3\n";
    expect(hintsFor(descent)).toEqual(["Write steps"]);
    expect(hintsFor(specText({ epochs: undefined, max_iter: "3" }))).toEqual(["Write epochs"]);
  });

  test("never to a field of functions", () => {
    expect(hintsFor(specText({ step: "3" }))[0]).toMatch(/^Allowed: (?!.*\b(steps|function|tolerance)\b)/);
  });
});

describe("a metric of another system leads to ours:", () => {
  test.each([
    ["val_accuracy", "validationAccuracy"],
    ["val_acc", "validationAccuracy"],
    ["valid/acc", "validationAccuracy"],
    ["acc", "validationAccuracy"],
    ["val_loss", "validationLoss"],
    ["test_loss", "testLoss"],
    ["f1", "validationF1"],
    ["f1_score", "validationF1"],
    ["auc", "validationRocAuc"],
    ["roc_auc", "validationRocAuc"],
    ["neg_mean_squared_error", "validationRmse"],
    ["mse", "validationRmse"],
    ["testAcuracy", "testAccuracy"],
  ])("%s: %s", (metric, ours) => {
    expect(hintsFor(specText({ objective: `{metric: ${metric}}` }))).toEqual([`Write ${ours}`]);
  });

  test.each([
    ["f1_score", "Write f1"],
    ["auc", "Write rocAuc"],
    ["val_loss", "Remove it: validationLoss is always measured"],
    ["accuracy", "Remove it: validationAccuracy is always measured"],
  ])("%s below metrics: %s", (metric, hint) => {
    expect(hintsFor(specText({ metrics: `[${metric}]` }))).toEqual([hint]);
  });
});

describe("a word leads to one of the same meaning, or to none:", () => {
  test.each([
    ["loss", "categorical_crossentropy", "Write crossEntropy"],
    ["loss", "BCEWithLogitsLoss", "Write binaryCrossEntropy"],
    ["loss", "val_loss", undefined],
    ["loss", "mae", undefined],
    ["loss", "accuracy", undefined],
    ["architecture", "{hidden: [3], activation: swish}", "Write silu"],
    ["architecture", "{hidden: [3], activation: selu}", undefined],
    ["architecture", "{hidden: [3], init: kaiming_normal}", "Write he"],
    ["optimizer", "SGD", "Write sgd"],
    ["schedule", "ReduceLROnPlateau", "Write plateau"],
    [
      "dataset",
      "./iris.csv",
      "Write {name: csv, path: iris.csv, target: COLUMN}, with the name of the column to predict",
    ],
  ])("%s: %s", (field, word, hint) => {
    expect(hintsFor(specText({ [field]: word }))).toEqual([hint]);
  });

  test("and a misspelt optimizer of elsewhere to an example", () => {
    expect(hintsFor(specText({ optimizer: "nadam" }))[0]).toMatch(/^Write for example /);
  });
});

describe("a slip of the keyboard is named:", () => {
  test.each([
    [
      "eta:0.1 as a line",
      specText({ eta: undefined }) + "eta:0.1\n",
      "Write eta: 0.1, with a space after the colon",
    ],
    [
      "{name:moons}",
      specText({ dataset: "{name:moons}" }),
      "Write name: moons, with a space after the colon",
    ],
    [
      "a no-break space",
      specText({ eta: undefined }) + "eta:\u00a00.1\n",
      expect.stringContaining("no-break space"),
    ],
    [
      "the same before a key",
      specText({ eta: undefined }) + "\u00a0eta: 0.1\n",
      expect.stringContaining("no-break space"),
    ],
    ["a tab", specText({ architecture: "\n\thidden: [3]" }), "Indent with spaces, two for each level"],
  ])("%s", (_, text, hint) => expect(hintsFor(text)).toContainEqual(hint));

  const comment = (words: string) => `${words}: a comment begins with #`;
  const formula = (number: string) => `Write ${number}: a value is a number, not a formula`;
  test.each([
    [{ eta: "(4, 3)" }, "Write [4, 3]"],
    [{ architecture: "{hidden: (4, 3), activation: relu}" }, "Write [4, 3]"],
    [{ architecture: "\n  hidden: (4, 3)" }, "Write [4, 3]"],
    [{ eta: "{0.1, 0.3}" }, "Write [0.1, 0.3]"],
    [{ eta: "20%" }, "Write 0.2, which is 20 %"],
    [{ epochs: "20 %" }, "Write 20, without %"],
    [{ epochs: "1,000" }, "Write 1000 if the comma separates thousands, 1.000 if it is a decimal mark"],
    [{ dataset: "{name: digits, train: 1,000}" }, "Write 1000"],
    [{ eta: "1 // one" }, comment("Write 1 # one")],
    [{ dataset: "xor -- four points" }, comment("Write xor # four points")],
    [{ epochs: "3," }, "Write 3, without the mark after it"],
    [{ eta: "“0.1”" }, "Write 0.1, without the quotes"],
    [{ eta: "10^-3" }, formula("0.001")],
    [{ eta: "1/3" }, formula("0.3333")],
    [{ eta: "1\n// here" }, "Write # here"],
    [{ eta: "1\n/* here */" }, "Write # here"],
  ])("%j, and nothing else is", (fields, hint) => {
    expect(hintsFor(specText(fields))).toEqual([hint]);
  });
});

test.each([
  ["lr=3", "Write eta=3"],
  ["optimizer.lr=3", "Write eta=3"],
  ["weight_decay=3", "Write optimizer.l2=3"],
  ["nesterov=true", "Write optimizer=nesterov"],
])("--set %s: %s", (setting, hint) => {
  expect(hintsFor(specText({ optimizer: "sgd" }), [setting])).toContain(hint);
});

test("every meaning in the table is a word of the schema", () => {
  const schema = schemaText(EXPERIMENT_SCHEMA);
  const isWord = (word: string): boolean => schema.includes(`"${word}"`) || schema.includes(`test${word}"`);
  const fields = [...FIELDS_MEANT.values()].flat().flatMap((field) => field.split(": "));
  const words = [
    ...fields.flatMap((field) => [field.split(".").at(-1)!]),
    ...[...WORDS_MEANT.values()].flat(),
  ];
  expect(words.filter((word) => !isWord(word))).toEqual([]);
});

describe("a value as code has it leads to ours:", () => {
  test.each([
    ["loss", "nn.MSELoss", "Write mse"],
    ["loss", "torch.nn.CrossEntropyLoss()", "Write crossEntropy"],
    ["optimizer", "Adam(lr=0.001)", "Write adam"],
    ["optimizer", "keras.optimizers.RMSprop(1e-3)", "Write rmsprop"],
    ["dataset", "sklearn.datasets.make_moons", "Write moons"],
    ["dataset", "load_digits()", "Write digits"],
  ])("%s: %s", (field, value, hint) => {
    expect(hintsFor(specText({ [field]: value }))).toContain(hint);
  });
});
