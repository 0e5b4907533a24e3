import { checkExperiment } from "../../pipeline/check-experiment.ts";
import type { RunOptions } from "../../pipeline/run-experiment.ts";
import type { Experiment } from "../../spec/experiment.ts";
import { cancelledText, follow } from "../console/follow.ts";
import type { Io } from "../console/io.ts";
import { allowedPrograms } from "../reading/allowed-programs.ts";
import { versionsKnown } from "../reading/versions-known.ts";
import { loadContext } from "../reading/load-context.ts";
import { undrawnText, type Verdict, checkVerdict } from "../verdicts/verdict.ts";
import type { SweepOptions } from "./sweep-experiment.ts";
import { judgeEach } from "../verdicts/judge-each.ts";

/** Options of a check. */
export type CheckOptions = Pick<SweepOptions, "out" | "store" | "dataDir" | "workers" | "allowPrograms"> &
  Pick<RunOptions, "threads">;

/** Regenerates experiments in memory and compares them with the committed files. Returns the exit code. */
export function check(files: readonly string[], options: SweepOptions, io: Io): Promise<number> {
  const prepare = versionsKnown(options, io);
  return judgeEach(files, { ...options, title: "sweep --check", prepare }, io, (experiment, threads) =>
    checkOne(experiment, { ...options, threads }, io),
  );
}

/** Regenerates one experiment in memory and compares it with the committed files. */
export async function checkOne(experiment: Experiment, options: CheckOptions, io: Io): Promise<Verdict> {
  return follow(io, [], async ({ listener, signal, progress }) => {
    const checked = await checkExperiment(experiment, {
      resultsDir: options.out,
      storeDir: options.store,
      load: loadContext(options.dataDir, io, signal),
      workers: options.workers,
      kernel: io.env["GRIDIENT_KERNEL"],
      programs: allowedPrograms(options, io),
      threads: options.threads,
      signal,
      listener,
    });
    if (checked.cancelled) {
      io.stderr.write(cancelledText(progress));
      return { experiment, cancelled: true, cases: [] };
    }
    if (checked.undrawn !== undefined) io.stderr.write(undrawnText(experiment, checked.undrawn));
    return checkVerdict(checked, io);
  });
}
