import { statSync } from "node:fs";
import { dirname, isAbsolute, relative } from "node:path";
import { stringify } from "yaml";
import { GridientError } from "../../../errors.ts";
import { formatSpec } from "../../../spec/format-experiment.ts";
import { visibleText } from "../../../text/visible-text.ts";
import type { ImportedParameter, ImportedSweep, ImportedValue } from "./imported-sweep.ts";
import { guessNote, searchOf, sizeOf } from "./search-of.ts";

/** Names that every program is given. */
const GIVEN = ["seed", "epochs", "folder"];
/** How many values a continuous parameter gets: the most with which the grid stays small. */
const COUNTS = [5, 3, 2];
const MOST_CONFIGURATIONS = 1000;
const MOST_EPOCHS = 100_000;

/** An experiment, and what its source said besides. */
export interface ImportedSpec {
  readonly text: string;
  /** Each a sentence. */
  readonly notes: readonly string[];
}

/** Returns an imported sweep as an experiment in canonical form. @param file Where it will be. */
export function specOf(sweep: ImportedSweep, file: string): ImportedSpec {
  const { parameters } = sweep;
  const count = COUNTS.find((each) => sizeOf(parameters, each) <= MOST_CONFIGURATIONS) ?? COUNTS.at(-1) ?? 2;
  const seeds = seedsIn(parameters);
  const epochs = epochsIn(parameters);
  const inFields = [...(seeds ? ["seed"] : []), ...(epochs ? ["epochs"] : [])];
  const own = parameters.filter(({ name }) => !inFields.includes(name));
  const names = ownNames(own.map(({ name }) => name));
  const goal = sweep.metric?.goal ?? "minimize";
  const metricName = ownName(sweep.metric?.name ?? (goal === "minimize" ? "loss" : "score"));
  const folder = relative(dirname(file), ".").replaceAll("\\", "/");
  const files = [...new Set(sweep.files)].filter(isThere);
  const search = searchOf(sweep, own, seeds?.count ?? 1);
  const isSearch = search.search !== undefined;
  const notes = [
    ...sweep.notes,
    ...search.notes,
    ...parameters.flatMap((parameter) => (isSearch ? guessNote(parameter) : spreadNote(parameter, count))),
    ...own.flatMap(({ name }) => renamedNote(name, names.get(name) ?? name)),
    ...(seeds
      ? ["seed became replicates: they repeat each configuration, and results are means over them."]
      : []),
    ...metricNotes(sweep, metricName),
    ...(files.length > 0
      ? []
      : ["files is missing: list what the program depends on, so that a change runs its trials again."]),
  ];
  const spec = {
    description: sweep.description,
    kind: "program",
    command: sweep.command((name) => `\${${names.get(name) ?? name}}`),
    ...(folder !== "" && { folder }),
    ...(files.length > 0 && { files }),
    ...(own.length > 0 && {
      parameters: Object.fromEntries(
        own.map((parameter) => [names.get(parameter.name), written(parameter, count, isSearch)]),
      ),
    }),
    ...(epochs && { epochs: written({ name: "epochs", values: epochs }, count) }),
    ...(seeds && { replicates: seeds.baseSeed === 0 ? seeds.count : seeds }),
    ...(isSearch && {
      sweep: { search: search.search },
    }),
    metrics: { [metricName]: goal },
    objective: metricName,
  };
  return { text: formatSpec(headOf(sweep, notes) + stringify(spec)), notes };
}

/** Returns whether a path leads to a file, or a pattern to a folder, that the program may depend on. */
function isThere(path: string): boolean {
  if (isAbsolute(path)) return false;
  const folder = /^(.*)\/\*\*$/.exec(path)?.[1];
  const facts = statSync(folder ?? path, { throwIfNoEntry: false });
  return (folder === undefined ? facts?.isFile() : facts?.isDirectory()) ?? false;
}

function headOf({ source }: ImportedSweep, notes: readonly string[]): string {
  const lines = [`Imported from ${source}.`, ...notes.map((note) => `- ${note}`)];
  return `${lines.map((line) => `# ${visibleText(line)}\n`).join("")}\n`;
}

/** Returns consecutive seeds as replicates. */
function seedsIn(parameters: readonly ImportedParameter[]): { count: number; baseSeed: number } | undefined {
  const seeds = wholeNumbers(parameters, "seed", 0, Number.MAX_SAFE_INTEGER);
  const [baseSeed] = seeds ?? [];
  if (!seeds || baseSeed === undefined || seeds.some((seed, i) => seed !== baseSeed + i)) return undefined;
  return { count: seeds.length, baseSeed };
}

function epochsIn(parameters: readonly ImportedParameter[]): readonly number[] | undefined {
  return wholeNumbers(parameters, "epochs", 1, MOST_EPOCHS);
}

/** Returns the values of a parameter if all are whole numbers in a range. */
function wholeNumbers(
  parameters: readonly ImportedParameter[],
  name: string,
  least: number,
  most: number,
): readonly number[] | undefined {
  const parameter = parameters.find((each) => each.name === name);
  if (!parameter || !("values" in parameter) || parameter.values.length === 0) return undefined;
  const isFitting = (value: ImportedValue): value is number =>
    typeof value === "number" && Number.isSafeInteger(value) && value >= least && value <= most;
  return parameter.values.every(isFitting) ? parameter.values : undefined;
}

/** A list is an axis, so one that is a single value says so. */
function written(parameter: ImportedParameter, count: number, isSearch = false): unknown {
  if (isSearch && parameter.drawn) return parameter.drawn.from;
  if (!("values" in parameter)) return parameter.spread(count);
  const { values, name } = parameter;
  const [value] = values;
  if (value === undefined)
    throw new GridientError("E_USAGE", `${name} must have a value (got none)`, {
      hint: "Remove it, or list its values",
    });
  const hasLists = values.some((each) => typeof each === "object");
  if (values.length > 1) return hasLists ? { values } : values;
  return hasLists ? { value } : value;
}

function spreadNote(parameter: ImportedParameter, count: number): string[] {
  if ("values" in parameter) return [];
  return [`${parameter.name}: ${parameter.what}, became ${count} values; write as many as you want.`];
}

function renamedNote(name: string, own: string): string[] {
  return name === own ? [] : [`${name} is called ${own} in the experiment.`];
}

function metricNotes({ metric, source }: ImportedSweep, own: string): string[] {
  const found =
    metric?.name === undefined
      ? [`No metric is named in ${source}: ${own} is assumed.`]
      : renamedNote(metric.name, own);
  const line = `print(json.dumps({"${own}": value}))`;
  return [...found, `The program must print its metric: ${line}, with "epoch" for each of its epochs.`];
}

/** Returns the names of parameters in the experiment: letters, digits and _, all different, and none that is taken. */
function ownNames(names: readonly string[]): ReadonlyMap<string, string> {
  const own = new Map<string, string>();
  for (const name of names) {
    let free = ownName(name);
    while (GIVEN.includes(free) || [...own.values()].includes(free)) free += "_";
    own.set(name, free);
  }
  return own;
}

function ownName(name: string): string {
  return name.replaceAll(/\W+/g, "_").replace(/^[^A-Za-z]+/, "") || "value";
}
