import { makePageData } from "../report/page/make-page-data.ts";
import { readPageAssets } from "../report/page/page-assets.ts";
import { pageHtml } from "../report/page/page-html.ts";
import type { Results } from "../results/results.ts";
import { PAGE_FILE, replaceResults, type FolderFile } from "../store/results-folder.ts";
import { experimentFiles } from "./experiment-files.ts";

/**
 * Replaces the files of a folder of results, the interactive page among them.
 * @throws {GridientError} E_STORE if the folder cannot be written.
 */
export async function writeResults(folder: string, results: Results): Promise<void> {
  await replaceResults(folder, [...(await experimentFiles(results)), pageFile(results)]);
}

function pageFile(results: Results): FolderFile {
  return { path: PAGE_FILE, content: pageHtml(makePageData(results), readPageAssets()) };
}
