import { dirname, isAbsolute, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { stringify } from "yaml";
import { BUILTIN_DATASETS } from "../../data/registry.ts";
import { packageFile } from "../../files/package-file.ts";
import { defaultOptions } from "../../fields/defaults.ts";
import type { TableLines } from "./first-table.ts";

/** The choices for a first experiment. */
export interface Choices {
  /** A data set's name, or a table's file. */
  readonly dataset: string;
  /** Column of the table to predict. */
  readonly target: string;
  /** Units of each hidden layer: "30", "30,30" or "none". */
  readonly hidden: string;
  /** One of the fields that sweepsOf returns. */
  readonly sweep: string;
}

/** How a field is written with one value, and with several. */
interface Ways {
  readonly one: string;
  readonly several: string;
}

const FIELDS: Readonly<Record<string, Ways>> = {
  eta: { one: "0.3", several: "[0.03, 0.3, 3]" },
  batchSize: { one: "10", several: "[1, 10, 100]" },
  epochs: { one: "3", several: "[1, 3, 10]" },
  activation: { one: "sigmoid", several: "[sigmoid, tanh, relu]" },
  init: { one: "scaled", several: "[scaled, normal, xavier]" },
  loss: { one: "quadratic", several: "[quadratic, binaryCrossEntropy]" },
};

/** Tables have few rows, and losses of their own. */
const TABLE = {
  eta: { one: "0.1", several: "[0.01, 0.1, 1]" },
  epochs: { one: "30", several: "[10, 30, 100]" },
};

/** Losses are those of scaled numbers, so errors in the target's own units are easier to read. */
const OWN_UNITS = [
  "metrics: [mae, rmse, r2] # errors in the units of the target, and the share of its variance that is explained",
  "objective:",
  "  metric: validationRmse",
];

/** Their squared errors have steep gradients: with eta = 1 nearly every training on numbers diverges. */
const NUMBERS = { eta: { one: "0.03", several: "[0.01, 0.03, 0.1]" } };

/** Points in the plane are few and take more epochs; xor has four of them. */
const POINTS = { epochs: { one: "30", several: "[10, 30, 100]" } };
const FIELDS_OF: Readonly<Record<string, Readonly<Record<string, Ways>>>> = {
  moons: POINTS,
  spirals: POINTS,
  blobs: POINTS,
  xor: {
    batchSize: { one: "full", several: "[1, full]" },
    epochs: { one: "300", several: "[100, 300, 1000]" },
  },
};

/** Returns the data sets for a first experiment: those with classes, because outputs are sigmoid by default. */
export function firstDatasets(): string[] {
  const fitting = BUILTIN_DATASETS.filter((source) => {
    return source.facts(defaultOptions(source.name)).target.kind === "classes";
  });
  return fitting.map(({ name }) => name);
}

/** Returns the fields that a first experiment may sweep; without hidden units there is no activation. */
export function sweepsOf(hidden: string): string[] {
  return [...Object.keys(FIELDS), "hidden"].filter((name) => hidden !== "none" || name !== "activation");
}

/** Returns the units of each hidden layer; undefined where the text is something else. */
export function hiddenUnits(text: string): number[] | undefined {
  if (text === "none") return [];
  return /^\d+([ ,]+\d+)*$/.test(text) ? text.split(/[ ,]+/).map(Number) : undefined;
}

/** Returns a commented spec in canonical form that is ready to run. */
export function firstExperiment(
  { dataset, target, hidden, sweep }: Omit<Choices, "target"> & { readonly target?: string },
  table?: TableLines,
): string {
  const isOfNumbers = table?.loss === "mse";
  const ofTable = { ...TABLE, ...(isOfNumbers && NUMBERS), ...batchesOf(table?.training) };
  const fields: typeof FIELDS = { ...FIELDS, ...(table ? ofTable : FIELDS_OF[dataset]) };
  const line = (name: string) => `${name}: ${fields[name]![name === sweep ? "several" : "one"]}`;
  const lineIfSwept = (name: string) => (name === sweep ? [line(name)] : []);
  const inner = [...lineIfSwept("activation"), ...lineIfSwept("init")];
  const lines = [
    stringify({
      description: `How ${sweep} changes what a network learns about ${target ?? dataset}`,
    }).trimEnd(),
    table?.dataset ?? `dataset: ${dataset}`,
    "architecture:",
    `  hidden: ${hiddenText(hidden, sweep)} # units of each hidden layer; [] = none`,
    ...inner.map((text) => `  ${text}`),
    ...(table ? [`  output: ${table.output}`, `loss: ${table.loss}`] : lineIfSwept("loss")),
    `${line("eta")} # the learning rate: the size of a step against the gradient`,
    `${line("batchSize")} # examples in each step`,
    `${line("epochs")} # passes over the training part`,
    ...(isOfNumbers ? OWN_UNITS : []),
    "replicates: 3 # repetitions with other random numbers; one alone may be luck",
  ];
  return `${lines.join("\n")}\n`;
}

/** Returns batch sizes that are not larger than the training part. */
function batchesOf(training = Infinity): Readonly<Record<string, Ways>> {
  if (training >= 120) return {};
  return {
    batchSize:
      training >= 12 ? { one: "10", several: "[1, 10, full]" } : { one: "full", several: "[1, full]" },
  };
}

/** A list of lists is an axis: no hidden layer, the chosen ones, and one more of 15 units. */
function hiddenText(text: string, sweep: string): string {
  const chosen = hiddenUnits(text)!;
  if (sweep !== "hidden") return `[${chosen.join(", ")}]`;
  const wider = [...chosen.slice(0, -1), (chosen.at(-1) ?? 0) + 15];
  const networks = chosen.length === 0 ? [chosen, wider] : [[], chosen, wider];
  return `[${networks.map((units) => `[${units.join(", ")}]`).join(", ")}]`;
}

/** Returns the first line of a new spec, from the current folder. */
export function modelineOf(file: string): string {
  return modeline(resolve(file), fileURLToPath(packageFile("schemas/experiment.schema.json")), resolve());
}

/**
 * Returns the first line of a spec, which names its schema for editors by the path from the spec; empty where the schema is
 * not below the project's folder, because then the path would be valid on one machine only.
 */
export function modeline(file: string, schema: string, project: string): string {
  const inProject = relative(project, schema);
  if (inProject.startsWith("..") || isAbsolute(inProject)) return "";
  const path = relative(dirname(file), schema).replaceAll("\\", "/");
  return `# yaml-language-server: $schema=${path}\n`;
}
