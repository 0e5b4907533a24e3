import { GridientError } from "../../errors.ts";
import { isTracked } from "../../files/git.ts";
import { resultsFolder } from "../../pipeline/run-experiment.ts";
import type { Experiment } from "../../spec/experiment.ts";
import { readSelection } from "../../spec/explain-experiment.ts";
import { readersCommand } from "../../text/readers-command.ts";
import { quietIo, type Io } from "../console/io.ts";
import { refuseProblems } from "../console/report-problems.ts";
import { versionsKnown } from "../reading/versions-known.ts";
import { judgeEach } from "../verdicts/judge-each.ts";
import { SweepEvents } from "./sweep-events.ts";
import { sweepExperiment, type SweepOptions } from "./sweep-experiment.ts";

/** Runs experiments one after the other. Returns the exit code. */
export async function sweep(files: readonly string[], options: SweepOptions, io: Io): Promise<number> {
  const { selection, problems } = options.only === undefined ? NO_SELECTION : readSelection(options.only);
  if (problems.length > 0) refuseProblems(problems, options.reporter, io);
  const refuse = options.isOutGiven || options.shard ? undefined : refuseCommitted(options.out);
  const events = options.json ? new SweepEvents(io.stdout) : undefined;
  const shown = events ? quietIo(io) : io;
  const prepare = versionsKnown(options, io);
  return judgeEach(
    files,
    { ...options, title: "sweep", refuse, prepare },
    shown,
    async (experiment, threads) => {
      const { listener = events, ...others } = options;
      const all = { ...others, ...(listener && { listener }), only: selection?.matches, threads };
      const verdict = await sweepExperiment(experiment, all, shown);
      events?.done(verdict, options.out);
      return verdict;
    },
  );
}

const NO_SELECTION: ReturnType<typeof readSelection> = { problems: [] };

/**
 * Returns a function that refuses an experiment which `--set` has changed and whose results would replace committed ones.
 */
function refuseCommitted(out: string): (experiment: Experiment) => void {
  return (experiment) => {
    const { file, set } = experiment;
    if (set === undefined) return;
    const folder = resultsFolder(experiment, out);
    if (!isTracked(folder)) return;
    const command = readersCommand("sweep", [file, "--out", `${out}-set`], set);
    const message = `--set changes ${file}, and its results would replace the committed ones in ${JSON.stringify(folder)}`;
    throw new GridientError("E_USAGE", message, {
      hint: `Write them elsewhere: ${command}; or replace them: --out ${out}`,
    });
  };
}
