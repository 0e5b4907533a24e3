import type { ResultFile } from "../results/result-files.ts";
import type { Results } from "../results/results.ts";
import { drawPicture } from "./pictures/draw-picture.ts";
import { reportPictures } from "./pictures/report-pictures.ts";
import { summaryMarkdown } from "./summary/summary-markdown.ts";

/** Returns the report that a code host shows: summary.md and its pictures. */
export function reportFiles(results: Results): ResultFile[] {
  const pictures = reportPictures(results);
  const summary = { path: "summary.md", content: summaryMarkdown(results, pictures), committed: true };
  const drawn = Object.values(pictures)
    .flat()
    .map((picture) => ({
      path: `plots/${picture.name}.svg`,
      content: drawPicture(picture),
      committed: true,
    }));
  return [summary, ...drawn];
}
