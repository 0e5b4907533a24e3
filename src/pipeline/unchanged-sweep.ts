import { sha256Of } from "../files/sha256-of.ts";
import { learns } from "../trials/allotment.ts";
import type { Experiment } from "../spec/experiment.ts";
import type { SourceText } from "../spec/source-text.ts";
import { readPortrait } from "../store/portrait-file.ts";
import { RecordStore } from "../store/record-store.ts";
import { resultsDigest } from "../store/results-folder.ts";
import { readStamp, writeStamp, type Printed } from "../store/stamp-file.ts";
import { keepLabel } from "../training/model-keeper.ts";
import type { Portrait } from "../training/portraits/portrait.ts";
import { planTrials } from "../trials/plan.ts";
import { resultsFolder, type Run, type RunOptions } from "./run-experiment.ts";

/** Where the records and results of a sweep are, and what its files and words depend on besides them. */
export interface SweepPlaces extends Pick<RunOptions, "resultsDir" | "storeDir"> {
  /** Digest of the program; undefined where it is unknown. */
  readonly program: string | undefined;
  /** What is known of the screen, as text. */
  readonly screen: string;
}

/** A sweep with nothing to do. */
export interface UnchangedSweep {
  readonly trials: number;
  readonly folder: string;
  readonly printed: Printed;
}

/**
 * Returns what the last sweep printed if nothing that it read or wrote has changed since: program, spec, data, every bit
 * of every record and of every file of results. Undefined if that is uncertain.
 */
export async function findUnchanged(
  experiment: Experiment,
  places: SweepPlaces,
): Promise<UnchangedSweep | undefined> {
  const { resultsDir, storeDir } = places;
  const stamp = await readStamp(storeDir, experiment.name);
  if (!stamp || stamp.asked !== askedDigest(experiment, places)) return undefined;
  const folder = resultsFolder(experiment, resultsDir);
  if (stamp.files !== (await resultsDigest(folder))) return undefined;
  const portraits = await portraitsOf(experiment, stamp.portrayed, storeDir);
  if (stamp.portraits !== digestOf(portraits)) return undefined;
  const plan = planTrials(experiment);
  const records = new RecordStore(storeDir).digestOf(plan.trials.map(({ id }) => id));
  return stamp.records === records
    ? { trials: plan.trials.length, folder, printed: stamp.printed }
    : undefined;
}

/** Stores what a sweep has printed, if its results are complete. Where that fails, the next sweep does all the work again. */
export async function noteUnchanged(
  { plan: { experiment }, results, recordsDigest, filesDigest }: Run,
  places: SweepPlaces,
  printed: Printed,
): Promise<void> {
  const asked = askedDigest(experiment, places);
  if (asked === undefined || recordsDigest === undefined || filesDigest === undefined) return;
  const { portraits = [] } = results;
  const stamp = {
    asked,
    records: recordsDigest,
    portraits: digestOf(portraits),
    files: filesDigest,
    portrayed: portraits.map(({ trialId }) => trialId),
    printed,
  };
  await writeStamp(places.storeDir, experiment.name, stamp).catch(() => undefined);
}

/**
 * Returns a digest of the program and of all that a spec says. Undefined where something else must be there, too: weights
 * that the store keeps, fresh replicates, and the results that decide what a search trains.
 */
function askedDigest(experiment: Experiment, { program, screen }: SweepPlaces): string | undefined {
  const { run, report, sweep } = experiment;
  if (program === undefined || run.keep !== "none" || report?.confirm) return undefined;
  if (sweep.search && learns(sweep.search)) return undefined;
  const sources: SourceText[] = [];
  // What is drawn follows from the rest, and may be a hundred thousand points.
  const search = sweep.search && { ...sweep.search, drawn: undefined };
  const asked = { ...experiment, sweep: { ...sweep, search } };
  const text = JSON.stringify({ program, screen, experiment: asked }, (key, value: unknown) => {
    if (key !== "source") return value; // a function is stored beside the place of its source text
    const source = value as SourceText;
    const known = sources.indexOf(source);
    return known >= 0 ? known : { ...source, number: sources.push(source) - 1, lineStarts: undefined };
  });
  return sha256Of(text);
}

async function portraitsOf(
  { objective }: Experiment,
  portrayed: readonly string[],
  storeDir: string,
): Promise<(Portrait | undefined)[]> {
  const kept = keepLabel(objective.at, objective);
  return Promise.all(portrayed.map((id) => readPortrait(storeDir, id, kept)));
}

function digestOf(portraits: readonly (Portrait | undefined)[]): string {
  return sha256Of(JSON.stringify(portraits));
}
