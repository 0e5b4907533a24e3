import { zipSync } from "fflate";
import { folderFiles } from "../pipeline/folder-files.ts";
import { makePageData } from "../report/page/make-page-data.ts";
import type { PageAssets } from "../report/page/page-assets.ts";
import type { PageData } from "../report/page/page-data.ts";
import { pageHtml } from "../report/page/page-html.ts";
import { drawnPictures, type DrawnPictures } from "../report/pictures/report-pictures.ts";
import type { Results } from "../results/results.ts";
import { utf8Bytes } from "../text/utf8.ts";
import type { Files, SpecText } from "./messages.ts";

/** Results with their pictures and what their page shows. */
export interface DrawnResults {
  readonly results: Results;
  readonly pictures: DrawnPictures;
  readonly page: PageData;
}

/** Draws the pictures of results. */
export function drawResults(results: Results): DrawnResults {
  const pictures = drawnPictures(results);
  return { results, pictures, page: makePageData(results, pictures) };
}

/** Returns the folder of results as the command line writes it. */
export function resultsFiles({ results, pictures, page }: DrawnResults, assets: PageAssets): Files {
  const files = folderFiles(results, pictures).map(({ path, content, pieces }) => {
    return [path, utf8Bytes(pieces ? [...pieces()].join("") : content)] as const;
  });
  return new Map([...files, ["report.html", utf8Bytes(pageHtml(page, assets))]]);
}

/** The same bytes at any time, in any time zone; `mem` is stated because its default depends on a logarithm. */
const ZIP = { level: 6, mem: 8, mtime: "1980-01-01T00:00" } as const;

/** Returns a spec and other files as one archive. The same files always make the same bytes. */
export function zipFiles({ file, text }: SpecText, files: Files): Uint8Array {
  const all = new Map([...files, [file, utf8Bytes(text)]]);
  const sorted = [...all].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(sorted), ZIP);
}
