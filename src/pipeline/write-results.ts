import { toFailure } from "../errors.ts";
import { makePageData } from "../report/page/make-page-data.ts";
import { readPageAssets } from "../report/page/page-assets.ts";
import { pageHtml } from "../report/page/page-html.ts";
import { reportPictures } from "../report/pictures/report-pictures.ts";
import type { Results } from "../results/results.ts";
import { PAGE_FILE, replaceResults, type FolderFile } from "../store/results-folder.ts";
import { experimentFiles, tableFiles } from "./experiment-files.ts";
import { DrawingThread } from "./threads/drawing-thread.ts";

/** Results on disk. */
export interface WrittenResults {
  /** As `resultsDigest` returns it. */
  readonly digest: string;
  /** Why pictures and page are missing, where they are. */
  readonly undrawn?: string;
}

/**
 * Replaces the files of a folder of results, the interactive page among them. Where these cannot be drawn, the tables are
 * written without them.
 * @param pictures Draws charts; by default in this thread.
 * @throws {GridientError} E_STORE if the folder cannot be written.
 */
export async function writeResults(
  folder: string,
  results: Results,
  pictures: DrawingThread = new DrawingThread(),
): Promise<WrittenResults> {
  const drawn = await drawnFiles(results, pictures).catch((error: unknown) => toFailure(error).message);
  if (typeof drawn !== "string") return { digest: await replaceResults(folder, drawn) };
  return { digest: await replaceResults(folder, tableFiles(results)), undrawn: drawn };
}

/** Begins to draw the pictures that need no look at a model, while others look at models. */
export function prepareResults(results: Results, pictures: DrawingThread): void {
  pictures.prepare(Object.values(reportPictures(results)).flat());
}

async function drawnFiles(results: Results, pictures: DrawingThread): Promise<FolderFile[]> {
  const files = experimentFiles(results, (picture) => pictures.draw(picture));
  const page = pageFile(results); // while charts are drawn
  return [...(await files), page];
}

function pageFile(results: Results): FolderFile {
  return { path: PAGE_FILE, content: pageHtml(makePageData(results), readPageAssets()) };
}
