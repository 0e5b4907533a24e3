import { differences } from "../results/changes/differences.ts";
import { toleratedText } from "../results/changes/tolerance.ts";
import type { Results } from "../results/results.ts";
import { VERIFIED_FILE, withVerified } from "../results/verified.ts";
import { PAGE_FILE, readResults } from "../store/results-folder.ts";
import { folderFiles } from "./folder-files.ts";
import { resultsFolder } from "./run-experiment.ts";

/** The comparison of the committed files of an experiment with its results. */
export interface CommittedComparison {
  readonly folder: string;
  /** What differs from the committed files, in words; empty = the same bytes. */
  readonly differences: readonly string[];
  /** How far metrics are apart where the experiment allows that, and nothing else differs: then there are no differences. */
  readonly tolerated?: string;
}

/** Compares results with their folder, byte for byte; incomplete ones always differ. */
export async function compareCommitted(given: Results, resultsDir: string): Promise<CommittedComparison> {
  const folder = resultsFolder(given.experiment, resultsDir);
  const present = await readResults(folder);
  const results = withVerified(given, present.get(VERIFIED_FILE));
  const fresh = folderFiles(results).filter(({ committed }) => committed);
  present.delete(PAGE_FILE);
  const found = differences(present, fresh);
  const { reproducible = "exact" } = results.experiment;
  const metrics = results.metrics.map(({ name }) => name);
  const tolerated =
    found.length > 0 && results.complete
      ? toleratedText({ committed: present, fresh, metrics, reproducible })
      : undefined;
  if (tolerated !== undefined) return { folder, differences: [], tolerated };
  const incomplete = results.complete ? [] : ["Some trials have no record, so the results are incomplete"];
  return { folder, differences: [...incomplete, ...found] };
}
