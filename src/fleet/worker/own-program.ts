import { nodeSystem } from "../../files/node-system.ts";
import { join } from "node:path";
import { boundaryOf } from "../../files/project.ts";
import { isInside } from "../../files/is-inside.ts";
import { realPath } from "../../files/real-path.ts";
import { knowVersions } from "../../pipeline/programs/know-versions.ts";
import type { ProgramOptions } from "../../pipeline/programs/program-trainer.ts";
import { readExperimentFile } from "../../spec/read-experiment.ts";
import type { Experiment } from "../../spec/experiment.ts";
import { possiblePlan } from "../../trials/confirming-plan.ts";
import { hashedFiles } from "../../trials/hashed-files.ts";
import { planTrials, type Plan } from "../../trials/plan.ts";
import type { ProgramEntry } from "../program-entry.ts";

/** The worker's own experiment for a sweep of a program, or why there is none. */
export type OwnProgram = { readonly plan: Plan } | { readonly refusal: string };

/**
 * Returns the worker's own experiment for a sweep of a program, in the project that it was started in. Its trials must be
 * those of the sweep: then their files are the same, and what runs is what lies here.
 */
export async function ownProgram(
  { file, files, versions, sample }: ProgramEntry,
  { programs }: Pick<ProgramOptions, "programs">,
): Promise<OwnProgram> {
  if (!programs) return { refusal: "it was started without --allow-programs" };
  const root = boundaryOf(".");
  const path = join(root, file);
  if (!/\.ya?ml$/.test(file) || !isInside(realPath(path), root))
    return { refusal: `${file} is not an experiment of its project` };
  const { experiment, problems } = await readExperimentFile(path, {
    limit: Infinity,
    system: nodeSystem,
  });
  if (!experiment) return { refusal: `${file}: ${problems[0]?.message ?? "it cannot be read"}` };
  const differing = differingFiles(files, new Map(hashedFiles(planTrials(experiment))));
  if (differing.length > 0) return { refusal: `its files differ: ${differing.join(", ")}` };
  const known = await knowVersions(experiment, { programs }).catch((error: unknown) => error);
  if (!isExperiment(known)) return { refusal: known instanceof Error ? known.message : String(known) };
  const plan = possiblePlan(known);
  const ids = new Set(plan.trials.map(({ id }) => id));
  if (sample.every((id) => ids.has(id))) return { plan };
  return { refusal: otherVersion(versions, known) ?? `its ${file} has other trials` };
}

function differingFiles(theirs: ProgramEntry["files"], own: ReadonlyMap<string, string>): string[] {
  const names = new Set([...theirs.map(([path]) => path), ...own.keys()]);
  const expected = new Map(theirs);
  return [...names].filter((path) => expected.get(path) !== own.get(path)).sort();
}

function otherVersion(theirs: ProgramEntry["versions"], { sweep }: Experiment): string | undefined {
  const own = sweep.folder.versions ?? [];
  const place = theirs.findIndex(({ output }, i) => output !== own[i]?.output);
  const [expected, found] = [theirs[place], own[place]];
  if (!expected || !found) return undefined;
  return `${found.command.join(" ")} prints ${found.output} here, and ${expected.output} where the sweep began`;
}

function isExperiment(known: unknown): known is Experiment {
  return typeof known === "object" && known !== null && "sweep" in known;
}
