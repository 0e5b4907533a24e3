import { parse } from "node:path";
import type { ImportedSearch, ImportedSweep } from "./imported-sweep.ts";
import { wandbCommand } from "./wandb-command.ts";
import { wandbParameter } from "./wandb-parameter.ts";
import { isMap, YamlSource } from "./yaml-source.ts";

/** What an experiment says in another way, or has no need of. */
const NOTES: Readonly<Record<string, string>> = {
  early_terminate: "early_terminate is left out: every trial runs to its end.",
  project: "project is left out: results are files in results/.",
  entity: "entity is left out: results are files in results/.",
};
const KNOWN = ["program", "method", "metric", "parameters", "command", "name", "description", "run_cap"];
const METHODS = ["grid", "random", "bayes"];
/** How an experiment searches where W&B does. */
const SEARCHES: Readonly<Record<string, ImportedSearch["method"]>> = { random: "random", bayes: "tpe" };

/**
 * Returns what a W&B sweep file describes.
 *
 * @throws {GridientError} E_USAGE, with its line, for what an experiment cannot have.
 */
export function wandbSweep(text: string, file: string): ImportedSweep {
  const source = new YamlSource(text, file);
  const { parameters, method } = source.data;
  if (!isMap(parameters) || Object.keys(parameters).length === 0)
    throw source.refusal(["parameters"], "must be a map of parameters", "Is it the file of a W&B sweep?");
  if (!METHODS.includes(String(method)))
    throw source.refusal(
      ["method"],
      `must be one of ${METHODS.join(", ")}`,
      "Write for example method: grid",
    );
  const isGrid = method === "grid";
  const runs = runsOf(source);
  const search = SEARCHES[String(method)];
  const read = Object.keys(parameters).map((key) => wandbParameter(key, source, isGrid));
  const { words, notes, ...start } = wandbCommand(source, read);
  const { metric, notes: metricNotes } = metricOf(source);
  return {
    source: file,
    name: parse(file).name,
    description: source.word("description") ?? source.word("name") ?? `A sweep of ${words.join(" ")}`,
    ...start,
    files: words,
    search: search && { source: `method: ${String(method)}`, method: search, runs },
    metric,
    notes: [
      ...(isGrid && runs !== undefined ? ["run_cap is left out: all configurations run."] : []),
      ...otherNotes(source),
      ...probabilityNotes(parameters),
      ...notes,
      ...metricNotes,
    ],
  };
}

function runsOf(source: YamlSource): number | undefined {
  const runs = source.data["run_cap"];
  if (runs === undefined) return undefined;
  if (typeof runs === "number" && Number.isSafeInteger(runs) && runs > 0) return runs;
  throw source.refusal(["run_cap"], "must be a whole number above 0", "Write for example run_cap: 20");
}

function otherNotes({ data }: YamlSource): string[] {
  return Object.keys(data).flatMap((key) => {
    if (KNOWN.includes(key)) return [];
    return [Object.hasOwn(NOTES, key) ? (NOTES[key] ?? "") : `${key} is left out: it has no counterpart.`];
  });
}

function probabilityNotes(parameters: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(parameters).flatMap(([name, written]) =>
    isMap(written) && "probabilities" in written
      ? [`${name}: probabilities are left out: every value occurs equally often.`]
      : [],
  );
}

function metricOf(source: YamlSource): Pick<ImportedSweep, "metric" | "notes"> {
  const { metric } = source.data;
  if (metric === undefined) return { metric: undefined, notes: [] };
  if (!isMap(metric) || typeof metric["name"] !== "string")
    throw source.refusal(["metric"], "must have a name", "Write for example {name: loss, goal: minimize}");
  const { name, goal = "minimize", target } = metric;
  if (goal !== "minimize" && goal !== "maximize")
    throw source.refusal(
      ["metric", "goal"],
      "must be minimize or maximize",
      "Write for example goal: minimize",
    );
  const notes = target === undefined ? [] : ["metric.target is left out: all configurations run."];
  return { metric: { name, goal }, notes };
}
