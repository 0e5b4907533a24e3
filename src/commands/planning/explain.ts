import { GridientError } from "../../errors.ts";
import { planSoFar } from "../../pipeline/rounds/plan-so-far.ts";
import { notedVersions } from "../../pipeline/programs/noted-versions.ts";
import { combinationsText } from "../../terminal/combinations-text.ts";
import { missingText } from "../../terminal/missing-text.ts";
import { originsText, setterText } from "../../terminal/origins-text.ts";
import { nearestWord } from "../../text/nearest-word.ts";
import { classifyCombinations, type CombinationCount } from "../../spec/explain-experiment.ts";
import { missingConditions, type MissingCondition } from "../../spec/explain-experiment.ts";
import { originsOf, type Origin } from "../../spec/explain-experiment.ts";
import { readWhere } from "../../spec/explain-experiment.ts";
import { traceSweep } from "../../spec/explain-experiment.ts";
import { lineAndColumn, type Place } from "../../spec/source-text.ts";
import type { Point, Sweep } from "../../spec/sweep.ts";
import { jsonText } from "../../text/json-text.ts";
import type { Trial } from "../../trials/trial.ts";
import type { Io } from "../console/io.ts";
import { projectStore } from "../console/project-settings.ts";
import { refuseProblems } from "../console/report-problems.ts";
import { RecordStore } from "../../store/record-store.ts";
import { findTrial } from "../../trials/find-trial.ts";
import { reasonsOf, reasonTexts, type Reasons } from "./search-reasons.ts";
import { readSpecs, readFiles, type ReadOptions } from "../reading/read-specs.ts";

/**
 * Prints what set each value of a trial, or one of them, or what happened to combinations. Returns the exit code.
 * @throws {GridientError} E_USAGE if neither a trial nor --where is given, or both; if there is no such trial or field.
 */
export async function explain(
  file: string,
  trial: string | undefined,
  path: string | undefined,
  options: ExplainOptions,
  io: Io,
): Promise<number> {
  const isWhere = options.where.length > 0;
  if (isWhere === (trial !== undefined)) {
    const message = `explain needs a trial or --where (got ${isWhere ? "both" : "neither"})`;
    throw new GridientError("E_USAGE", message, {
      hint: "Add the number of a trial, or a condition such as --where eta=3",
    });
  }
  return isWhere ? explainWhere(file, options, io) : explainTrial(file, { trial: trial!, path }, options, io);
}

/** Options of the command line. */
export interface ExplainOptions extends ReadOptions {
  /** Conditions `path=value` for combinations. */
  readonly where: readonly string[];
  readonly json?: boolean;
}

/**
 * Prints what set each value of a trial, or those at or below a path. Returns the exit code.
 * @throws {GridientError} E_USAGE if there is no such trial or field.
 */
async function explainTrial(
  file: string,
  wanted: { trial: string; path: string | undefined },
  options: ExplainOptions,
  io: Io,
): Promise<number> {
  const [read] = await readSpecs([file], options, io);
  const noted = await notedVersions(read!, projectStore());
  const { plan, outcomes } = await planSoFar(noted, new RecordStore(projectStore()));
  const { sweep } = plan.experiment;
  const trial = findTrial(plan, wanted.trial);
  const point = pointOf(trial, sweep);
  const all = originsOf(point, sweep);
  const origins = wanted.path === undefined ? all : originsBelow(wanted.path, all);
  const found = { origins, trial, file, why: reasonsOf(trial, point, { plan, outcomes }) };
  io.stdout.write(options.json ? originsJson(found) : trialText(found));
  return 0;
}

function pointOf({ configurationIndex }: Trial, sweep: Sweep): Point {
  for (const { configuration, point } of traceSweep(sweep)) {
    if (configuration === configurationIndex) return point;
  }
  throw new Error(`no configuration ${configurationIndex}`); // the plan has it: a bug
}

function originsBelow(path: string, origins: readonly Origin[]): Origin[] {
  const found = origins.filter((origin) => origin.path === path || origin.path.startsWith(`${path}.`));
  if (found.length > 0) return found;
  const paths = origins.map((origin) => origin.path);
  const nearest = nearestWord(path, paths);
  throw new GridientError("E_USAGE", `The trial has no field ${JSON.stringify(path)}`, {
    hint: nearest === undefined ? `Use one of ${paths.join(", ")}` : `Write ${nearest}`,
  });
}

/** A trial with what set its values. */
interface Explained {
  readonly origins: readonly Origin[];
  readonly trial: Trial;
  readonly file: string;
  /** Why its search trains it. */
  readonly why: Reasons;
}

function trialText({ origins, trial, file, why }: Explained): string {
  const { index, fold, replicate, id } = trial;
  const heading = [
    `${file}: trial ${index}`,
    ...(fold === undefined ? [] : [`fold ${fold}`]),
    `replicate ${replicate}`,
    `id ${id.slice(0, 12)}`,
    ...reasonTexts(why),
  ].join(", ");
  return `${heading}\n\n${originsText(origins, file)}\n`;
}

function originsJson({ origins, trial, file, why }: Explained): string {
  const { index, id, configurationIndex, fold, replicate } = trial;
  const values = origins.map((origin) => ({
    path: origin.path,
    value: origin.value,
    setBy: setterText(origin, file),
    ...(origin.place && positionOf(origin.place)),
    ...(origin.place?.anchor && { anchor: positionOf(origin.place.anchor) }),
  }));
  return `${jsonText({ trial: index, id, configuration: configurationIndex, ...why, ...(fold !== undefined && { fold }), replicate, values }, 2)}\n`;
}

function positionOf(place: Place): { file: string; line: number; column: number; argument?: string } {
  const { file, text } = place.source;
  return { file, ...lineAndColumn(place), ...(file === "--set" && { argument: text }) };
}

/** Prints what happened to the combinations that meet all conditions, or which condition none meets. Returns the exit code. */
async function explainWhere(file: string, options: ExplainOptions, io: Io): Promise<number> {
  const { conditions, problems: unreadable } = readWhere(options.where);
  const { experiments, problems } = await readFiles([file], options);
  refuseProblems([...unreadable, ...problems], options.reporter, io);
  const { sweep, replicates } = experiments[0]!;
  const classes = classifyCombinations(sweep, (point) => conditions.every(({ matches }) => matches(point)));
  const missing = classes.length > 0 ? [] : missingConditions(conditions, sweep);
  if (options.json) io.stdout.write(combinationsJson(classes, missing));
  else if (classes.length > 0) io.stdout.write(`${combinationsText(classes, { file, replicates })}\n`);
  else io.stdout.write(`${missingText(missing, file)}\n`);
  return 0;
}

function combinationsJson(
  classes: readonly CombinationCount[],
  missing: readonly MissingCondition[],
): string {
  const data = {
    fates: classes.map(({ kind, place, count, configurations }) => ({
      fate: kind,
      count,
      ...(place
        ? { file: place.source.file, ...lineAndColumn(place) }
        : { configurations: [...configurations] }),
    })),
    missing: missing.map(({ condition, values }) => ({ condition: condition.argument, values })),
  };
  return `${jsonText(data, 2)}\n`;
}
