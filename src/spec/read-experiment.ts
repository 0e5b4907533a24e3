import type { System } from "../files/system.ts";
import { OpenedFiles } from "../data/opened-files.ts";
import { buildExperiment } from "./build-experiment.ts";
import { composeSpec } from "./document/compose/compose-spec.ts";
import { checkConfirm, checkMargin } from "./expectations/check-report.ts";
import { checkObjective } from "./expectations/check-objective.ts";
import { kindOf } from "./grid/kind-of.ts";
import { orderProblems } from "./fields/messages/order-problems.ts";
import { readBaseline } from "./expectations/read-baseline.ts";
import { readDraft } from "./fields/draft.ts";
import { explainMismatch } from "./fields/messages/explain-mismatch.ts";
import { readExpectations } from "./expectations/read-expectations.ts";
import type { Experiment } from "./experiment.ts";
import { EXPERIMENT_SCHEMA } from "../fields/experiment-schema.ts";
import { readGrid } from "./grid/checks/read-grid.ts";
import { parseYaml } from "./document/yaml/parse-yaml.ts";
import { experimentName, isResultsName } from "./experiment-name.ts";
import type { Problem } from "./problem.ts";
import { errorInFile } from "./source-text.ts";
import { readText as readFrom, type ReadText } from "./document/yaml/read-text.ts";
import { statement, type Statement } from "../statement.ts";

export { decodeText, MAX_BYTES, refuseSize } from "./document/yaml/decode-text.ts";
export { readText, type ReadText } from "./document/yaml/read-text.ts";

/** The result of reading a spec: an experiment, perhaps with warnings, or no experiment and at least one error. */
export interface Reading {
  readonly experiment: Experiment | undefined;
  /** In the order of their places. */
  readonly problems: readonly Problem[];
}

/** How a spec is read. */
export interface ReadingOptions {
  /** Configurations that the grid may have; larger ones are refused before they are built. */
  readonly limit: number;
  /** Arguments `path=value` of the command line, laid over the file one after the other. */
  readonly set?: readonly string[];
  /** Reads the files that the spec extends; absent = from where the data are. */
  readonly readText?: ReadText;
  /** The revision of git whose files the program of the spec has; absent = those on disk. */
  readonly revision?: string | undefined;
  /** Where files are. */
  readonly system: System;
  /** What has been read of the files behind data sets; for specs that may share them. */
  readonly opened?: OpenedFiles;
}

/**
 * Returns the complete, valid experiment that a YAML text describes, or everything that is wrong with it.
 *
 * @param file The file as the user named it; it gives the experiment its name, and is not opened itself: only the
 *   files that it extends are.
 */
export function readExperiment(text: string, file: string, options: ReadingOptions): Reading {
  const { limit, set = [], readText = reader(options), system, revision } = options;
  const { opened = new OpenedFiles() } = options;
  const parsed = parseYaml(text, file);
  if (!parsed.root) return { experiment: undefined, problems: orderProblems(parsed.problems) };
  const { root, problems: composeProblems } = composeSpec(parsed.root, file, {
    set,
    readText,
    system,
  });
  const yamlProblems = [...parsed.problems, ...composeProblems];
  const findings = explainMismatch(root, EXPERIMENT_SCHEMA, "", kindOf(root));
  const folder = { path: system.folderOf(file), system, opened, ...(revision !== undefined && { revision }) };
  const { draft, problems: fieldProblems } = readDraft(root, findings, folder);
  const grid = readGrid(draft, limit);
  const { expectations, problems: expectProblems } = readExpectations(draft, grid, set.length > 0);
  const { baseline, problems: baselineProblems } = readBaseline(draft, grid, set.length > 0);
  const problems = orderProblems([
    ...yamlProblems,
    ...elsewhere(
      yamlProblems,
      findings.map(({ problem }) => problem),
    ),
    ...fieldProblems,
    ...grid.problems,
    ...checkObjective(draft, grid.datasets),
    ...expectProblems,
    ...baselineProblems,
    ...checkConfirm(draft),
    ...(grid.sweep ? checkMargin(draft, grid.datasets) : []),
  ]);
  const isRefused = problems.some(({ severity }) => severity === "error");
  if (isRefused) return { experiment: undefined, problems };
  return { experiment: buildExperiment(draft, grid, { file, text, set, expectations, baseline }), problems };
}

/** Returns the problems at places where YAML itself has none: a value that cannot be read fits no schema either. */
function elsewhere(yamlProblems: readonly Problem[], problems: readonly Problem[]): Problem[] {
  const placeOf = ({ file, line, column }: Problem) => `${file}:${line}:${column}`;
  const taken = new Set(yamlProblems.map(placeOf));
  return problems.filter((problem) => !taken.has(placeOf(problem)));
}

/** Returns what `readExperiment` makes of a file; what cannot be read as text is a problem like any other. */
export function readExperimentFile(file: string, options: ReadingOptions): Promise<Reading> {
  const name = experimentName(file, options.system);
  const { readText: read = reader(options) } = options;
  const text = isResultsName(name) ? read(file) : unusableName(name);
  const reading =
    typeof text === "string"
      ? readExperiment(text, file, options)
      : { experiment: undefined, problems: [errorInFile(file, text)] };
  return Promise.resolve(reading);
}

function reader({ system }: ReadingOptions): ReadText {
  return (file) => readFrom(file, system);
}

function unusableName(name: string): Statement {
  const rule = {
    subject: "The file name",
    verb: "must have",
    allowed: "no invisible characters and no leading dots",
    found: `"${name}"`,
  };
  return statement("bad-name", rule, "Rename the file: the folder of its results has the same name");
}
