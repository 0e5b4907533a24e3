import { visibleText } from "../../text/visible-text.ts";
import type { DrawnPicture, DrawnPictures } from "../pictures/report-pictures.ts";
import type { PagePicture } from "./page-data.ts";

/** Returns the pictures of a page: those of the report, but for the learning curves. */
export function pagePictures(pictures: DrawnPictures): PagePicture[] {
  const { descents, effects, together, variance, fit, models } = pictures;
  const inSection =
    (section: PagePicture["section"]) =>
    (picture: DrawnPicture): PagePicture => ({
      section,
      name: picture.name,
      alt: visibleText(picture.alt),
      caption: visibleText(picture.caption),
      svg: picture.svg,
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
