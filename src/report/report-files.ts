import type { ResultFile } from "../results/result-files.ts";
import type { Results } from "../results/results.ts";
import { drawnPictures, type DrawnPictures } from "./pictures/report-pictures.ts";
import { summaryMarkdown } from "./summary/summary-markdown.ts";

/** Returns the report that a code host shows: summary.md and its pictures. */
export function reportFiles(
  results: Results,
  pictures: DrawnPictures = drawnPictures(results),
): ResultFile[] {
  const summary = { path: "summary.md", content: summaryMarkdown(results, pictures), committed: true };
  const plots = Object.values(pictures)
    .flat()
    .map(({ name, svg }) => ({ path: `plots/${name}.svg`, content: svg, committed: true }));
  return [summary, ...plots];
}
