import { planSoFar } from "../../pipeline/rounds/plan-so-far.ts";
import { RecordStore } from "../../store/record-store.ts";
import { notedVersions } from "../../pipeline/programs/noted-versions.ts";
import { trialSpec } from "../../trials/trial-spec.ts";
import { findTrial } from "../../trials/find-trial.ts";
import type { Io } from "../console/io.ts";
import { projectStore } from "../console/project-settings.ts";
import { readSpecs, type ReadOptions } from "../reading/read-specs.ts";

/** Prints a spec of one trial of an experiment, with every value written out. Returns the exit code. */
export async function repro(file: string, trial: string, options: ReadOptions, io: Io): Promise<number> {
  const [experiment] = await readSpecs([file], options, io);
  const noted = await notedVersions(experiment!, projectStore());
  const { plan } = await planSoFar(noted, new RecordStore(projectStore()));
  io.stdout.write(trialSpec(plan, findTrial(plan, trial), plan.experiment.sweep.folder.path));
  return 0;
}
