import type { Experiment } from "../../spec/experiment.ts";
import { readProgramNotes } from "./program-notes.ts";
import { withVersions } from "./know-versions.ts";

/**
 * Returns an experiment with the versions that the last sweep on a store found, as far as it names the same commands. Runs
 * nothing.
 */
export async function notedVersions(experiment: Experiment, store: string): Promise<Experiment> {
  const { versions = [] } = experiment.sweep.folder;
  if (versions.length === 0) return experiment;
  const { versions: noted = [] } = await readProgramNotes(store, experiment.name);
  const outputs = new Map(noted.map(({ command, output }) => [JSON.stringify(command), output]));
  const known = versions.map(({ command }) => {
    const output = outputs.get(JSON.stringify(command));
    return { command, ...(output !== undefined && { output }) };
  });
  return withVersions(experiment, known);
}
