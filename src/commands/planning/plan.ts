import { availableParallelism } from "node:os";
import { keptEpochs } from "../../pipeline/checkpoint-query.ts";
import { notedVersions } from "../../pipeline/programs/noted-versions.ts";
import { readProgramNotes } from "../../pipeline/programs/program-notes.ts";
import { predictSweep } from "../../pipeline/predict-sweep.ts";
import { planSoFar } from "../../pipeline/rounds/plan-so-far.ts";
import { RecordStore } from "../../store/record-store.ts";
import { hashedFiles } from "../../trials/hashed-files.ts";
import { makeJobs } from "../../trials/job.ts";
import { ratesOfProgram } from "../../trials/kinds/program.ts";
import { eachExperiment, type ReadOptions } from "../reading/read-specs.ts";
import type { Io } from "../console/io.ts";
import { machineRates } from "./machine-rates.ts";
import { hasKnownWork } from "./outlook.ts";
import { planJson } from "./plan-json.ts";
import { planText } from "./plan-text.ts";

/** Options of the command line. */
export interface PlanOptions extends ReadOptions {
  readonly json?: boolean;
  readonly workers?: number;
  readonly store: string;
}

/** Shows what a sweep would do: its configurations, finished trials, and the cost of the rest. Returns the exit code. */
export async function plan(files: readonly string[], options: PlanOptions, io: Io): Promise<number> {
  return eachExperiment(files, options, io, async (read) => {
    const experiment = await notedVersions(read, options.store);
    const store = new RecordStore(options.store);
    const { plan: planned, outcomes: stored } = await planSoFar(experiment, store);
    const missing = planned.trials.filter(({ id }) => !stored.has(id));
    const workers = options.workers ?? experiment.run.workers ?? availableParallelism();
    const { secondsPerEpoch } = await readProgramNotes(options.store, experiment.name);
    const measured = await machineRates(io);
    const rates = secondsPerEpoch === undefined ? measured : ratesOfProgram(measured, secondsPerEpoch);
    const jobs = makeJobs(missing, planned);
    const starts = await keptEpochs(jobs, planned, store);
    const { seconds, peakBytes } = predictSweep(planned, jobs, { workers, rates, starts });
    const outlook = {
      stored: planned.trials.length - missing.length,
      store: options.store,
      jobs,
      starts,
      files: hashedFiles(planned),
      workers,
      rates: measured,
      seconds: hasKnownWork(planned) || secondsPerEpoch !== undefined ? seconds : null,
      peakBytes,
    };
    if (options.json) for (const text of planJson(planned, outlook)) io.stdout.write(text);
    else io.stdout.write(planText(planned, outlook, io.stdout.columns ?? 80));
    return 0;
  });
}
