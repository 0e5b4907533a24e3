import { checkExperiment } from "../pipeline/check-experiment.ts";
import type { Experiment } from "../spec/experiment.ts";
import { eachExperiment } from "./each-experiment.ts";
import { CANCELLED, cancelledText, follow } from "./follow.ts";
import { paintFor, type Io } from "./io.ts";
import { loadContext } from "./load-context.ts";
import { readersCommand } from "./readers-command.ts";
import type { SweepOptions } from "./sweep.ts";

/** Regenerates experiments in memory and compares them with the committed files. Returns the exit code. */
export function check(files: readonly string[], options: SweepOptions, io: Io): Promise<number> {
  return eachExperiment(files, options, io, (experiment) => checkOne(experiment, options, io));
}

async function checkOne(experiment: Experiment, options: SweepOptions, io: Io): Promise<number> {
  return follow(io, [], async ({ listener, signal, progress }) => {
    const checked = await checkExperiment(experiment, {
      resultsDir: options.out,
      storeDir: options.store,
      load: loadContext(options.dataDir, io, signal),
      workers: options.workers,
      signal,
      listener,
    });
    const { folder, differences } = checked;
    if (checked.cancelled) {
      io.stderr.write(cancelledText(progress));
      return CANCELLED;
    }
    const paint = paintFor(io.stdout, io.env);
    if (differences.length === 0) {
      io.stdout.write(`${paint.green("same bytes")}  ${folder}\n`);
      return 0;
    }
    const lines = differences.map((line) => `  ${line}\n`).join("");
    io.stdout.write(`${paint.red("different")}   ${folder}\n${lines}`);
    io.stdout.write(
      `  to accept the new results: ${readersCommand("sweep", [experiment.file], experiment.set)}\n`,
    );
    return 1;
  });
}
