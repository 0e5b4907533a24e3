import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { toFailure } from "../errors.ts";
import { makePageData } from "../report/page/make-page-data.ts";
import { readPageAssets } from "./read-page-assets.ts";
import { pageHtml } from "../report/page/page-html.ts";
import { drawnPictures, type DrawnPictures } from "../report/pictures/report-pictures.ts";
import type { Results } from "../results/results.ts";
import { VERIFIED_FILE, withVerified } from "../results/verified.ts";
import { PAGE_FILE, replaceResults, type FolderFile } from "../store/results-folder.ts";
import { folderFiles, tableFiles } from "./folder-files.ts";

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
 * @throws {GridientError} E_STORE if the folder cannot be written.
 */
export async function writeResults(folder: string, found: Results): Promise<WrittenResults> {
  const results = withVerified(found, await readVerified(folder));
  const drawn = drawnFiles(results);
  if (typeof drawn !== "string") return { digest: await replaceResults(folder, drawn) };
  return { digest: await replaceResults(folder, tableFiles(results)), undrawn: drawn };
}

/** A file that cannot be read says nothing. */
function readVerified(folder: string): Promise<string | undefined> {
  return readFile(join(folder, VERIFIED_FILE), "utf8").catch(() => undefined);
}

/** Returns every file, or why one cannot be drawn. */
function drawnFiles(results: Results): FolderFile[] | string {
  try {
    const pictures = drawnPictures(results);
    return [...folderFiles(results, pictures), pageFile(results, pictures)];
  } catch (error) {
    return toFailure(error).message;
  }
}

function pageFile(results: Results, pictures: DrawnPictures): FolderFile {
  return {
    path: PAGE_FILE,
    content: pageHtml(makePageData(results, pictures), readPageAssets()),
  };
}
