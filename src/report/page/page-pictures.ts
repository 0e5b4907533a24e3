import { resultKindOf } from "../../results/kinds/result-kind-of.ts";
import type { Results } from "../../results/results.ts";
import { visibleText } from "../../text/visible-text.ts";
import type { DrawnPicture, DrawnPictures } from "../pictures/report-pictures.ts";
import { descentScenes } from "../pictures/descent/descent-pictures.ts";
import { SIDE } from "../pictures/descent/panel-place.ts";
import { HIDDEN_UNITS } from "../pictures/models/hidden-units-picture.ts";
import { tidySvg } from "../pictures/tidy-svg.ts";
import type { PagePicture } from "./page-data.ts";
import type { PageDescents } from "./page-models.ts";

/** Returns the pictures of a page: those of the report, except what the page draws itself. */
export function pagePictures(pictures: DrawnPictures): PagePicture[] {
  const { descents, search, effects, together, variance, fit, models } = pictures;
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
    ...search.map(inSection("How the search went")),
    ...effects.map(inSection("Effects")),
    ...together.map(inSection("Pairs of axes")),
    ...variance.map(inSection("Sources of the differences")),
    ...fit.map(inSection("Training vs. held-out examples")),
    ...models.filter(({ name }) => name !== HIDDEN_UNITS).map(inSection("The best model")),
  ];
}

/** Returns the functions whose descents have a picture, each with its map or curve, over which a reader follows single paths. */
export function pageDescents(results: Results): PageDescents[] | undefined {
  if (!resultKindOf(results.experiment.base).pictures.includes("descents")) return undefined;
  return descentScenes(results).map(({ name, ground, frame, panels }) => ({
    name: visibleText(name),
    ground: tidySvg(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}">${ground}</svg>`,
      name,
    ),
    frame,
    trials: panels.flatMap(({ descents }) => descents.map(({ trial }) => trial)),
  }));
}
