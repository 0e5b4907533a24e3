import type { Results } from "../../results/results.ts";
import { visibleText } from "../../text/visible-text.ts";
import { drawPicture } from "../pictures/draw-picture.ts";
import { reportPictures } from "../pictures/report-pictures.ts";
import type { Picture } from "../pictures/picture.ts";
import type { PagePicture } from "./page-data.ts";

/** Returns the pictures of a page: those of the report, but for the learning curves. */
export function pagePictures(results: Results): PagePicture[] {
  const { descents, effects, together, variance, fit, models } = reportPictures(results);
  const inSection =
    (section: PagePicture["section"]) =>
    (picture: Picture): PagePicture => ({
      section,
      name: picture.name,
      alt: visibleText(picture.alt),
      caption: visibleText(picture.caption),
      svg: drawPicture(picture),
    });
  return [
    ...descents.map(inSection("Descents")),
    ...effects.map(inSection("Effects")),
    ...together.map(inSection("Pairs of axes")),
    ...variance.map(inSection("Sources of the differences")),
    ...fit.map(inSection("Training vs. held-out examples")),
    ...models.map(inSection("The best model")),
  ];
}
