import type { OpenedFiles } from "../data/opened-files.ts";
import type { System } from "../files/system.ts";
import { predictSweep } from "../pipeline/predict-sweep.ts";
import { planSoFar } from "../pipeline/rounds/plan-so-far.ts";
import { largestOf } from "../math/extremes.ts";
import { readExperimentFile, type Reading } from "../spec/read-experiment.ts";
import type { Records } from "../store/trial-store.ts";
import { utf8Bytes } from "../text/utf8.ts";
import { makeJobs } from "../trials/job.ts";
import { trialKindOf } from "../trials/kinds/trial-kind-of.ts";
import type { Plan } from "../trials/plan.ts";
import { TYPICAL_RATES } from "../trials/rates.ts";
import { memorySystem } from "./memory-system.ts";
import type { Checked, Files, PlanFacts, SpecText } from "./messages.ts";

/** Configurations in a grid, at most, as on the command line. */
const LIMIT = 10_000;

/** Where a spec is read. */
export interface SpecPlace {
  readonly files: Files;
  readonly opened: OpenedFiles;
}

/** Reads a spec as the command line reads it from a disk that has these files. */
export function readSpec({ file, text }: SpecText, { files, opened }: SpecPlace): Promise<Reading> {
  return readExperimentFile(file, { limit: LIMIT, opened, system: systemWith({ file, text }, files) });
}

/** Returns a machine whose disk has a spec and its data. */
function systemWith({ file, text }: SpecText, files: Files): System {
  return memorySystem(new Map([...files, [file, utf8Bytes(text)]]));
}

/** Returns what is wrong with a spec, with the messages and places of the command line, or else what it would train. */
export async function checkSpec(
  spec: SpecText,
  place: SpecPlace & { readonly records: Records; readonly workers: number },
): Promise<Checked> {
  const { experiment, problems } = await readSpec(spec, place);
  if (!experiment) return { status: "refused", problems };
  const { plan, outcomes } = await planSoFar(experiment, place.records);
  return { status: "planned", problems, plan: planFacts(plan, outcomes, place.workers) };
}

function planFacts(plan: Plan, stored: ReadonlyMap<string, unknown>, workers: number): PlanFacts {
  const { experiment, configurations, trials } = plan;
  const missing = trials.filter(({ id }) => !stored.has(id));
  const width = experiment.run.workers ?? workers;
  const jobs = makeJobs(missing, plan);
  const works = makeJobs(trials, plan).map(({ work }) => work);
  const isKnown = trialKindOf(experiment.base).hasKnownWork;
  return {
    name: experiment.name,
    configurations: configurations.length,
    replicates: experiment.replicates.count,
    trials: trials.length,
    stored: trials.length - missing.length,
    axes: experiment.sweep.columns.map(({ path, values }) => ({ path, values })),
    workers: width,
    estimatedSeconds: isKnown
      ? predictSweep(plan, jobs, { workers: width, rates: TYPICAL_RATES }).seconds
      : null,
    parameters: largestOf(works.map(({ parameters }) => parameters)),
    multiplyAdds: largestOf(works.map(({ sparse, dense }) => sparse + dense)),
  };
}
