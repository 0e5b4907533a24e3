import type { ResultFile } from "../results/result-files.ts";
import type { Results } from "../results/results.ts";
import { drawPicture } from "./pictures/draw-picture.ts";
import type { Picture } from "./pictures/picture.ts";
import { reportPictures } from "./pictures/report-pictures.ts";
import { summaryMarkdown } from "./summary/summary-markdown.ts";

/** Returns the report that a code host shows: summary.md and its pictures. */
export async function reportFiles(results: Results): Promise<ResultFile[]> {
  const pictures = reportPictures(results);
  const summary = { path: "summary.md", content: summaryMarkdown(results, pictures), committed: true };
  return [summary, ...(await Promise.all(Object.values(pictures).flat().map(fileOf)))];
}

async function fileOf(picture: Picture): Promise<ResultFile> {
  return { path: `plots/${picture.name}.svg`, content: await drawPicture(picture), committed: true };
}
