import { GridientError } from "../../errors.ts";
import { networkIn } from "../../configuration/kind-of.ts";
import { redactedUrl } from "../../fleet/redis-url.ts";
import { detachSweep } from "../../fleet/coordinator/detach-sweep.ts";
import { refuseLearning } from "../../pipeline/rounds/select-trials.ts";
import { settingsOf, storedOutcomes } from "../../pipeline/stored-outcomes.ts";
import type { Experiment } from "../../spec/experiment.ts";
import { RecordStore } from "../../store/record-store.ts";
import { makeJobs } from "../../trials/job.ts";
import { planTrials } from "../../trials/plan.ts";
import type { Io } from "../console/io.ts";
import { redisUrl, type RedisOptions } from "../console/command-options.ts";
import { eachExperiment, type ReadOptions } from "../reading/read-specs.ts";
import { loadContext } from "../reading/load-context.ts";
import { readersCommand } from "../../text/readers-command.ts";

/** Options of the command line. */
export interface DetachOptions extends ReadOptions, RedisOptions {
  readonly store: string;
  readonly dataDir?: string;
}

/** Puts the missing trials of experiments into the queue without waiting for them. Returns the exit code. */
export function sweepDetached(files: readonly string[], options: DetachOptions, io: Io): Promise<number> {
  return eachExperiment(files, options, io, async (experiment) => {
    io.stdout.write(await detach(experiment, options, io));
    return 0;
  });
}

async function detach(experiment: Experiment, options: DetachOptions, io: Io): Promise<string> {
  const plan = planTrials(experiment);
  refuseLearning(plan, "--detach");
  if (!plan.trials.every(({ configuration }) => networkIn(configuration))) throw noNetwork(experiment);
  const stored = await storedOutcomes(plan, new RecordStore(options.store));
  const missing = plan.trials.filter(({ id }) => !stored.has(id));
  if (missing.length === 0) return `${experiment.name}: nothing to train\n`;
  const work = {
    plan,
    jobs: makeJobs(missing, plan),
    settings: settingsOf(experiment),
    timeout: experiment.run.timeout,
    load: { ...loadContext(options.dataDir, io), folder: experiment.sweep.folder },
  };
  const notify = (text: string): void => void io.stderr.write(`note: ${text}\n`);
  const { id } = await detachSweep(redisUrl(options, io), options.store, work, notify);
  const where =
    options.redis === undefined ? ["--runner", "bullmq"] : ["--redis", redactedUrl(options.redis)];
  const collect = readersCommand("sweep", [experiment.file, ...where], experiment.set);
  return `${experiment.name}: ${missing.length} trials in the queue as ${id}; to collect their results: ${collect}\n`;
}

function noNetwork({ file }: Experiment): GridientError {
  const message = `--detach needs an experiment with networks (${file} has none)`;
  return new GridientError("E_USAGE", message, { hint: "Run it without --detach" });
}
