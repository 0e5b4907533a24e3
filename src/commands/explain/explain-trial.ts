import { GridientError } from "../../errors.ts";
import { originsText, setterText } from "../../report/grid/origins-text.ts";
import { nearestWord } from "../../spec/messages/nearest-word.ts";
import { originsOf, type Origin } from "../../spec/provenance/origins-of.ts";
import { lineAndColumn, type Place } from "../../spec/source-text.ts";
import { traceSweep } from "../../spec/provenance/trace-sweep.ts";
import type { Point, Sweep } from "../../spec/sweep.ts";
import { planTrials } from "../../trials/plan.ts";
import type { Trial } from "../../trials/trial.ts";
import { jsonText } from "../../text/json-text.ts";
import type { ExplainOptions } from "./explain-options.ts";
import { findTrial } from "../reading/find-trial.ts";
import type { Io } from "../console/io.ts";
import { readSpecs } from "../reading/read-specs.ts";

/**
 * Says what set each value of a trial, or those at or below a path. Returns the exit code.
 * @throws {GridientError} E_USAGE if there is no such trial or field.
 */
export async function explainTrial(
  file: string,
  wanted: { trial: string; path: string | undefined },
  options: ExplainOptions,
  io: Io,
): Promise<number> {
  const experiments = await readSpecs([file], options, io);
  const { sweep } = experiments[0]!;
  const trial = findTrial(planTrials(experiments[0]!), wanted.trial);
  const all = originsOf(pointOf(trial, sweep), sweep);
  const origins = wanted.path === undefined ? all : originsBelow(wanted.path, all);
  io.stdout.write(options.json ? originsJson(origins, trial, file) : trialText(origins, trial, file));
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
  throw new GridientError("E_USAGE", `Cannot explain a value as its field must exist: "${path}"`, {
    hint: nearest === undefined ? `The fields are ${paths.join(", ")}` : `Write ${nearest}`,
  });
}

function trialText(origins: readonly Origin[], { index, fold, replicate, id }: Trial, file: string): string {
  const heading = `${file}: trial ${index}, ${fold === undefined ? "" : `fold ${fold}, `}replicate ${replicate}, id ${id.slice(0, 12)}`;
  return `${heading}\n\n${originsText(origins, file)}\n`;
}

function originsJson(
  origins: readonly Origin[],
  { index, id, configurationIndex, fold, replicate }: Trial,
  file: string,
): string {
  const values = origins.map((origin) => ({
    path: origin.path,
    value: origin.value,
    setBy: setterText(origin, file),
    ...(origin.place && positionOf(origin.place)),
    ...(origin.place?.anchor && { anchor: positionOf(origin.place.anchor) }),
  }));
  return `${jsonText({ trial: index, id, configuration: configurationIndex, ...(fold !== undefined && { fold }), replicate, values }, 2)}\n`;
}

function positionOf(place: Place): { file: string; line: number; column: number; argument?: string } {
  const { file, text } = place.source;
  return { file, ...lineAndColumn(place), ...(file === "--set" && { argument: text }) };
}
