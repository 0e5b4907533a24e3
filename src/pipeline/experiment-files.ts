import { reportFiles } from "../report/report-files.ts";
import { resultFiles, type ResultFile } from "../results/result-files.ts";
import type { Results } from "../results/results.ts";

/** Returns every file of an experiment's results; a .gitignore names those too large to commit. */
export async function experimentFiles(results: Results): Promise<ResultFile[]> {
  const files = [...resultFiles(results), ...(await reportFiles(results))];
  const ignored = files.filter(({ committed }) => !committed).map(({ path }) => `/${path}\n`);
  if (ignored.length === 0) return files;
  return [...files, { path: ".gitignore", content: ignored.join(""), committed: true }];
}
