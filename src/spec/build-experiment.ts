import { foldsOf } from "../data/folds-of.ts";
import type { PrintedVersion } from "../data/source.ts";
import { kindName, networkIn } from "../configuration/kind-of.ts";
import { configurationOf } from "./grid/configuration-of.ts";
import type { Draft } from "./fields/draft.ts";
import type { Configuration } from "../fields/configuration.ts";
import type { Experiment, Replicates } from "./experiment.ts";
import type { ExperimentFile } from "../fields/experiment-file.ts";
import type { Expectation } from "./expectation.ts";
import { experimentName } from "./experiment-name.ts";
import type { Grid } from "./grid/checks/read-grid.ts";
import { SPEC_KINDS } from "./grid/kinds/spec-kinds.ts";
import { goalsOf, objectiveOf } from "./expectations/objective-of.ts";
import { entryOf, toData, toFile } from "./spec-node.ts";
import type { CountedSweep, Pattern, Sweep } from "./sweep.ts";

/** What an experiment has beside its draft and grid. */
interface Surroundings {
  readonly file: string;
  readonly text: string;
  readonly set: readonly string[];
  readonly expectations: readonly Expectation[];
  readonly baseline: Pattern | undefined;
}

/** Returns a draft without problems as a complete experiment. */
export function buildExperiment(
  draft: Draft,
  { sweep, first, datasets }: Grid,
  { file, text, set, expectations, baseline }: Surroundings,
): Experiment {
  const written = toFile(draft.root);
  const base = configurationOf(first!.cells);
  const { system } = draft.folder;
  const path = system.projectPath(file);
  return {
    name: experimentName(file, system),
    file,
    ...(path !== undefined && path !== file && { path }),
    text,
    ...(set.length > 0 && { set }),
    ...(written.description !== undefined && { description: written.description }),
    ...(written.tags !== undefined && written.tags.length > 0 && { tags: written.tags }),
    ...(written.notes !== undefined && written.notes.trim() !== "" && { notes: written.notes }),
    base,
    ...versionsOf(draft, sweep!),
    replicates: replicatesOf(written, base),
    ...metricsOf(written),
    objective: objectiveOf(written, datasets),
    ...(written.reproducible !== undefined && { reproducible: written.reproducible }),
    run: { keep: "none", ...written.run },
    ...(expectations.length > 0 && { expect: expectations }),
    ...reportOf(written, baseline, usualConfirmation(sweep!, base)),
  };
}

/** Commands that print versions have not run yet. */
function versionsOf({ root }: Draft, sweep: CountedSweep): Pick<Experiment, "sweep" | "versionPlaces"> {
  const written = entryOf(root, "versions")?.value;
  if (written?.kind !== "list" || written.items.length === 0) return { sweep };
  const versions = written.items.map((item): PrintedVersion => {
    const command = toData(item) as string | [string, ...string[]]; // the schema allows nothing else
    return { command: typeof command === "string" ? wordsOf(command) : command };
  });
  const folder = { ...sweep.folder, versions };
  return { sweep: { ...sweep, folder }, versionPlaces: written.items.map(({ place }) => place) };
}

/** The words of a text between blanks; the schema allows none without a word. */
function wordsOf(text: string): [string, ...string[]] {
  const [program = "", ...words] = text.trim().split(/\s+/);
  return [program, ...words];
}

/** What a search has selected is measured again: of many settings, the best is partly the luckiest. */
const CONFIRM_SEARCH = 5;

function usualConfirmation({ search }: Sweep, base: Configuration): number {
  return search && SPEC_KINDS[kindName(base)].isRandom ? CONFIRM_SEARCH : 0;
}

function reportOf(
  { report }: ExperimentFile,
  baseline: Pattern | undefined,
  usual: number,
): Pick<Experiment, "report"> {
  const { margin, confirm = usual } = report ?? {};
  const settings = {
    ...(baseline && { baseline }),
    ...(margin !== undefined && { margin }),
    ...(confirm > 0 && { confirm }),
  };
  return Object.keys(settings).length > 0 ? { report: settings } : {};
}

/** What is declared with goals is known by its names from here on. */
function metricsOf(file: ExperimentFile): Pick<Experiment, "metrics" | "goals"> {
  const goals = goalsOf(file);
  const declared = Object.keys(goals);
  if (declared.length > 0) return { metrics: declared, goals };
  return { metrics: Array.isArray(file.metrics) ? file.metrics : [] };
}

function replicatesOf({ replicates = 1 }: ExperimentFile, base: Configuration): Replicates {
  const written = typeof replicates === "object" ? replicates : { count: replicates };
  const { count = 1, baseSeed = 0, first = 0 } = written;
  const network = networkIn(base);
  const folds = network ? foldsOf(network.dataset) : [];
  return { count, baseSeed, ...(folds.length > 1 && { folds: folds.length }), ...(first > 0 && { first }) };
}
