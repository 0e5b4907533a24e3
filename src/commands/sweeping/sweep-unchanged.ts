import { PROGRAM_DIGEST } from "../../files/program-digest.ts";
import type { Run } from "../../pipeline/run-experiment.ts";
import { findUnchanged, noteUnchanged, type SweepPlaces } from "../../pipeline/unchanged-sweep.ts";
import type { Experiment } from "../../spec/experiment.ts";
import type { Printed } from "../../store/stamp-file.ts";
import type { Io } from "../console/io.ts";
import { screenFor } from "../console/screen-for.ts";
import type { Case, Verdict } from "../verdicts/verdict.ts";
import { endText, wholeCase } from "./tell-run.ts";

/** What of a sweep's options says where it is, and whether it is to do more than to look. */
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
 * Prints what the last sweep printed, where nothing has changed since. Undefined where something has, or where a sweep is
 * to do or to tell what nobody could know from the last one.
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

/** Returns where a sweep is, which program runs it, and what is known of the screen now. */
export function placesOf({ out, store }: Options, { stdout, env }: Io): SweepPlaces {
  const { paint, ...screen } = screenFor(stdout, env);
  const seen = JSON.stringify({ ...screen, red: paint.red("") });
  return { resultsDir: out, storeDir: store, program: PROGRAM_DIGEST, screen: seen };
}

/** Notes what a sweep has printed, if it has left results in which nothing failed. */
export async function noteSwept(
  run: Run,
  { printed, cases, places }: { printed: Printed; cases: readonly Case[]; places: SweepPlaces },
): Promise<void> {
  const isWell = !run.cancelled && cases.every(({ status }) => status !== "failed");
  if (isWell) await noteUnchanged(run, places, printed);
}
