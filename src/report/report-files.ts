import type { ResultFile } from "../results/result-files.ts";
import type { Results } from "../results/results.ts";
import { drawPicture } from "./pictures/draw-picture.ts";
import type { Picture } from "./pictures/picture.ts";
import { reportPictures } from "./pictures/report-pictures.ts";
import { summaryMarkdown } from "./summary/summary-markdown.ts";

/**
 * Returns the report that a code host shows: summary.md and its pictures.
 *
 * @param draw Draws a picture as `drawPicture` does.
 */
export async function reportFiles(
  results: Results,
  draw: (picture: Picture) => Promise<string> = drawPicture,
): Promise<ResultFile[]> {
  const pictures = reportPictures(results);
  const summary = { path: "summary.md", content: summaryMarkdown(results, pictures), committed: true };
  const fileOf = async (picture: Picture): Promise<ResultFile> => {
    return { path: `plots/${picture.name}.svg`, content: await draw(picture), committed: true };
  };
  return [summary, ...(await Promise.all(Object.values(pictures).flat().map(fileOf)))];
}
