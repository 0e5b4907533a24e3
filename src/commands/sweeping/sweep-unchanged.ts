import { PROGRAM_DIGEST } from "../../files/program-digest.ts";
import type { Run } from "../../pipeline/run-experiment.ts";
import { findUnchanged, noteUnchanged, type SweepPlaces } from "../../pipeline/unchanged-sweep.ts";
import type { Experiment } from "../../spec/experiment.ts";
import type { Printed } from "../../store/stamp-file.ts";
import type { Io } from "../console/io.ts";
import { screenFor } from "../console/screen-for.ts";
import type { Case, Verdict } from "../verdicts/verdict.ts";
import { endText, wholeCase } from "./report-run.ts";

/** The options of a sweep that set its folders, or require more than a look at the stamp. */
interface Options {
  readonly out: string;
  readonly store: string;
  readonly fresh?: boolean;
  readonly only?: unknown;
  readonly shard?: unknown;
  readonly runner?: "threads" | "bullmq";
  readonly listener?: unknown;
}

/**
 * Prints what the last sweep printed, if nothing has changed since. Returns undefined if something has, or if the options
 * require more than the last sweep did.
 */
export async function sweepUnchanged(
  experiment: Experiment,
  options: Options,
  io: Io,
): Promise<Verdict | undefined> {
  const unchanged = isPlain(options, io) ? await findUnchanged(experiment, placesOf(options, io)) : undefined;
  if (!unchanged) return undefined;
  const { folder, printed, trials } = unchanged;
  io.stdout.write(endText(printed, folder, { trials, stored: trials }));
  return { experiment, cancelled: false, cases: [wholeCase(trials), ...printed.cases] };
}

function isPlain({ fresh, only, shard, runner, listener }: Options, { env }: Io): boolean {
  return !fresh && !only && !shard && runner !== "bullmq" && !listener && !env["GITHUB_STEP_SUMMARY"];
}

/** Returns the folders of a sweep, the program that runs it and the state of the screen. */
export function placesOf({ out, store }: Options, { stdout, env }: Io): SweepPlaces {
  const { paint, ...screen } = screenFor(stdout, env);
  const seen = JSON.stringify({ ...screen, red: paint.red("") });
  return { resultsDir: out, storeDir: store, program: PROGRAM_DIGEST, screen: seen };
}

/** Stores what a sweep has printed, if it wrote results and nothing failed. */
export async function noteSwept(
  run: Run,
  { printed, cases, places }: { printed: Printed; cases: readonly Case[]; places: SweepPlaces },
): Promise<void> {
  const isWell = !run.cancelled && cases.every(({ status }) => status !== "failed");
  if (isWell) await noteUnchanged(run, places, printed);
}
