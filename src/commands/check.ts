import { checkExperiment, type Check } from "../pipeline/check-experiment.ts";
import type { Experiment } from "../spec/experiment.ts";
import { judgeEach } from "./verdicts/judge-each.ts";
import { cancelledText, follow } from "./follow.ts";
import { paintFor, type Io } from "./io.ts";
import { loadContext } from "./load-context.ts";
import { readersCommand } from "./readers-command.ts";
import type { SweepOptions } from "./sweep.ts";
import { differenceCases } from "./verdicts/difference-cases.ts";
import { expectationCases } from "./verdicts/expectation-cases.ts";
import { expectationsLine } from "./verdicts/expectations-line.ts";
import type { Verdict } from "./verdicts/verdict.ts";

/** Regenerates experiments in memory and compares them with the committed files. Returns the exit code. */
export function check(files: readonly string[], options: SweepOptions, io: Io): Promise<number> {
  return judgeEach(files, { ...options, title: "sweep --check" }, io, (experiment) =>
    checkOne(experiment, options, io),
  );
}

async function checkOne(experiment: Experiment, options: SweepOptions, io: Io): Promise<Verdict> {
  return follow(io, [], async ({ listener, signal, progress }) => {
    const checked = await checkExperiment(experiment, {
      resultsDir: options.out,
      storeDir: options.store,
      load: loadContext(options.dataDir, io, signal),
      workers: options.workers,
      signal,
      listener,
    });
    if (checked.cancelled) {
      io.stderr.write(cancelledText(progress));
      return { experiment, cancelled: true, cases: [] };
    }
    const { results } = checked;
    tell(checked, io);
    const cases = [...differenceCases(checked.differences), ...expectationCases(results)];
    return { experiment, cancelled: false, cases, results };
  });
}

function tell({ folder, differences, plan, results }: Check, io: Io): void {
  const paint = paintFor(io.stdout, io.env);
  if (differences.length === 0) {
    io.stdout.write(`${paint.green("same bytes")}  ${folder}\n`);
  } else {
    const lines = differences.map((line) => `  ${line}\n`).join("");
    const { file, set } = plan.experiment;
    const command = readersCommand("sweep", [file], set);
    io.stdout.write(
      `${paint.red("different")}   ${folder}\n${lines}  to accept the new results: ${command}\n`,
    );
  }
  io.stdout.write(expectationsLine(results));
}
