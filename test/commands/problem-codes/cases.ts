import type { ProblemCode } from "../../../src/problem-codes.ts";

/** A command that meets one kind of mistake: files, and what to do with them. */
export interface Case {
  /** Contents of a.yaml. */
  readonly spec?: string;
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** `validate a.yaml` if absent. */
  readonly args?: readonly string[];
}

const XOR = "dataset: xor\narchitecture: {hidden: [2]}\neta: 1\nepochs: 1\n";
const FUNCTION = "kind: function\nfunction: {name: bowl}\nstart: [1, 1]\neta: 0.1\nsteps: 3\n";
const REST = "architecture: {hidden: [2]}\neta: 1\nepochs: 1\n";
const TABLE = "x,y,c\n1,2,a\n2,3,b\n3,4,a\n4,5,b\n5,6,a\n6,7,b\n7,8,a\n8,9,b\n9,1,a\n1,3,b\n";
const IDX_FILES = "path: inputs, labels: labels, testInputs: inputs, testLabels: labels";
const INPUTS = Buffer.from([0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 1, 5, 6]);

/** Returns an experiment on table.csv. */
function onTable(text: string, options = "target: c", rest = "", hidden = "[2]"): Case {
  return {
    spec: `dataset: {name: csv, path: table.csv, ${options}}\n${REST.replace("[2]", hidden)}${rest}`,
    files: { "table.csv": text },
  };
}

/** Returns an experiment on two examples in IDX files. */
function onIdx(labels: Uint8Array): Case {
  return { spec: `dataset: {name: idx, ${IDX_FILES}}\n${REST}`, files: { inputs: INPUTS, labels } };
}

/** Returns a JSON object of 30,000 keys, as a line. */
function manyKeys(first: number): string {
  return JSON.stringify(Object.fromEntries(Array.from({ length: 30_000 }, (_, i) => [`k${first + i}`, 1])));
}

/** The smallest example of each kind of mistake; that of `unknown-category` is a warning that goes to stderr as text. */
export const CASES: Readonly<Record<Exclude<ProblemCode, "unknown-category">, Case>> = {
  "file-not-found": {},
  "unreadable-file": { files: { "a.yaml/b.txt": "" } },
  "wrong-format": { files: { "data.csv": TABLE }, args: ["validate", "data.csv"] },
  "damaged-file": onIdx(Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 2, 1)),
  "not-text": { files: { "a.yaml": Uint8Array.of(0xff, 0xff) } },
  "empty-file": { spec: "# nothing\n" },
  "too-large": { spec: `x: ${"[".repeat(200)}` },
  "outside-repository": { spec: `extends: ../b.yaml\n${XOR}` },
  "unlisted-file": {
    spec: "kind: program\ncommand: [sh, b.sh]\nmetrics: {loss: minimize}\n",
    files: { "b.sh": "" },
  },
  "failed-command": {
    spec: "kind: program\ncommand: [echo]\nmetrics: {loss: minimize}\nversions: ['false']\n",
    args: ["sweep", "a.yaml", "--allow-programs"],
  },
  "shared-results-folder": {
    spec: XOR,
    files: { "b/a.yaml": XOR },
    args: ["validate", "a.yaml", "b/a.yaml"],
  },

  "yaml-syntax": { spec: `${XOR}loss: "mse\n` },
  "unsupported-yaml": { spec: `${XOR}---\n${XOR}` },
  "duplicate-key": { spec: `${XOR}eta: 2\n` },
  "bad-alias": { spec: `${XOR}loss: *loss\n` },

  "bad-setting": { spec: XOR, args: ["validate", "a.yaml", "--set", "eta"] },
  "bad-reference": { spec: `${XOR}batchSize: \${samples}\n` },
  "extends-cycle": { spec: `extends: a.yaml\n${XOR}` },

  "unknown-key": { spec: `${XOR}colour: red\n` },
  "missing-key": { spec: XOR.replace("eta: 1\n", "") },
  "wrong-value": { spec: XOR.replace("epochs: 1", "epochs: 0.5") },
  "repeated-value": { spec: XOR.replace("eta: 1", "eta: [1, 1, 2]") },
  "foreign-field": { spec: `${XOR}steps: 3\n` },
  "bad-name": { spec: `${XOR}sweep: {include: [{name: a, eta: 2}, {name: a, eta: 3}]}\n` },
  "wrong-length": { spec: `${XOR}classWeights: [[1, 2, 3]]\n` },
  "bad-expression": {
    spec: FUNCTION.replace("{name: bowl}", '{name: expression, expression: "v1 +"}'),
  },

  "misplaced-axis": { spec: XOR.replace("xor", "[xor, {name: moons, noise: [0.1, 0.2]}]") },
  "swept-twice": {
    spec: `${XOR}sweep: {zip: {a: {eta: [1, 2], batchSize: [1, 2]}, b: {eta: [1, 2], epochs: [1, 2]}}}\n`,
  },
  "incomplete-configuration": {
    spec: `${XOR.replace("eta: 1\n", "")}sweep: {variants: {a: {eta: 1}, b: {}}}\n`,
  },
  "grid-too-large": {
    spec: XOR.replace(
      "eta: 1",
      "eta: {linspace: {from: 1, to: 2, count: 5000}}\nbatchSize: {range: {from: 1, to: 4, step: 1}}",
    ),
  },
  "empty-grid": { spec: `${XOR}sweep: {exclude: [{eta: 1}]}\n` },
  "matches-nothing": { spec: `${XOR}sweep: {exclude: [{eta: 2}]}\n` },
  "changes-nothing": { spec: `${XOR}sweep: {when: [{if: {eta: 1}, set: {epochs: 1}}]}\n` },
  "needs-search": { spec: XOR.replace("eta: 1", "eta: {uniform: {from: 1, to: 2}}") },
  "needs-distribution": { spec: `${XOR}sweep: {search: {method: random, configurations: 2}}\n` },
  "search-options": { spec: `${XOR}sweep: {search: {method: sobol, factor: 2}}\n` },
  "search-too-large": {
    spec: `${XOR.replace("eta: 1", "eta: 1\nbatchSize: {integers: {from: 1, to: 2}}")}sweep: {search: {method: random, configurations: 3}}\n`,
  },
  "repeated-configuration": { spec: `${XOR}sweep: {variants: {a: {}, b: {}}}\n` },

  "needs-classes": onTable(
    TABLE,
    "target: y",
    "loss: mse\nclassWeights: balanced\n",
    "[2], output: identity",
  ),
  "output-cannot-reach-targets": onTable(TABLE, "target: y", "loss: mse\n"),
  "loss-needs-output": { spec: `${XOR}loss: crossEntropy\n`.replace("[2]", "[2], output: identity") },
  "smoothing-needs-loss": { spec: `${XOR}labelSmoothing: 0.1\n` },
  "dropout-needs-hidden-layer": { spec: XOR.replace("[2]", "[], dropout: 0.1") },
  "batch-larger-than-data": { spec: `${XOR}batchSize: 100000\n` },
  "unequal-folds": {
    spec: `dataset: [{name: csv, path: table.csv, target: c, folds: 2}, {name: csv, path: table.csv, target: c}]\n${REST}`,
    files: { "table.csv": TABLE },
  },

  "metric-not-measured": { spec: `${XOR}objective: {metric: trainLoss}\n` },
  "metric-not-available": { spec: `${XOR}objective: {metric: value}\n` },
  "watches-test-part": { spec: `${XOR}target: {metric: testAccuracy, value: 0.9}\n` },
  "needs-replicates": {
    spec: `${XOR.replace("eta: 1", "eta: [1, 2]")}expect: [{where: {eta: 1}, beats: {eta: 2}}]\n`,
  },
  "overlapping-groups": {
    spec: `${XOR.replace("eta: 1", "eta: [1, 2]")}replicates: 3\nexpect: [{where: {eta: 1}, beats: {epochs: 1}}]\n`,
  },
  "ambiguous-baseline": { spec: `${XOR.replace("eta: 1", "eta: [1, 2]")}report: {baseline: {epochs: 1}}\n` },
  "not-an-axis": { spec: `${XOR.replace("eta: 1", "eta: [1, 2]")}expect: [{rises: batchSize}]\n` },
  "epoch-beyond-training": { spec: `${XOR}expect: [{at: 5, atLeast: 0}]\n` },
  "passed-over": {
    spec: `${XOR.replace("eta: 1", "eta: [1, 2]")}expect: [{where: {eta: 2}, atLeast: 0}]\n`,
    args: ["validate", "a.yaml", "--set", "eta=1"],
  },
  "expectation-not-met": {
    spec: `${XOR}expect: [{diverged: every}]\n`,
    args: ["sweep", "a.yaml", "--workers", "1"],
  },
  "unfilled-table": {
    files: { "README.md": "<!-- gridient:table results/a leaderboard -->\n" },
    args: ["report", "--write", "README.md"],
  },

  "table-syntax": onTable(`${TABLE}1\n`),
  "bad-column-names": onTable(`x,x,c\n${TABLE.slice(6)}`),
  "unknown-column": onTable(TABLE, "target: d"),
  "column-roles": onTable(TABLE, "target: c, targets: [y]"),
  "wrong-cell": onTable(`${TABLE}${TABLE.slice(6)}${TABLE.slice(6)}one,2,a\n`),
  "missing-cell": onTable(`${TABLE},2,a\n`),
  "unfit-column": onTable(TABLE, "target: c, dates: [x]"),
  "class-count": onIdx(Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 2, 0, 0)),
  "bad-split": onTable(TABLE, "target: c, folds: 1"),
  "mismatched-files": onIdx(Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 1, 0)),
  "data-too-large": {
    spec: `dataset: {name: jsonl, path: keys.jsonl, target: k0}\n${REST}`,
    files: { "keys.jsonl": `${manyKeys(0)}\n${manyKeys(30_000)}\n` },
  },
};
