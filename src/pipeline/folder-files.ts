import type { DrawnPictures } from "../report/pictures/report-pictures.ts";
import { reportFiles } from "../report/report-files.ts";
import { resultFiles, type ResultFile } from "../results/result-files.ts";
import type { Results } from "../results/results.ts";

/**
 * Returns the files of a folder of results but the page; a .gitignore names those too large to commit.
 * @param pictures By default they are drawn.
 */
export function folderFiles(results: Results, pictures?: DrawnPictures): ResultFile[] {
  return withIgnored([...resultFiles(results), ...reportFiles(results, pictures)]);
}

/** Returns the files that nothing is drawn for. */
export function tableFiles(results: Results): ResultFile[] {
  return withIgnored(resultFiles(results));
}

function withIgnored(files: readonly ResultFile[]): ResultFile[] {
  const ignored = files.filter(({ committed }) => !committed).map(({ path }) => `/${path}\n`);
  if (ignored.length === 0) return [...files];
  return [...files, { path: ".gitignore", content: ignored.join(""), committed: true }];
}
