import { inOwnUnits } from "../in-own-units.ts";
import { resultKindOf } from "../../results/kinds/result-kind-of.ts";
import type { OwnPictures } from "../../results/kinds/result-kind.ts";
import type { Results } from "../../results/results.ts";
import { drawPicture } from "./draw-picture.ts";
import { axisEffectPicture } from "./axes/axis-effect-picture.ts";
import { importancePicture } from "./axes/importance-picture.ts";
import { pairPictures } from "./axes/pair-pictures.ts";
import { scatterPictures } from "./axes/scatter-picture.ts";
import { parallelPicture } from "./axes/parallel-picture.ts";
import { curvesPicture } from "./curves/curves-picture.ts";
import { descentPictures } from "./descent/descent-pictures.ts";
import { fitPicture } from "./curves/fit-picture.ts";
import { modelPictures } from "./models/model-pictures.ts";
import type { Picture } from "./picture.ts";
import { searchPictures } from "./search/search-pictures.ts";

/** Draws the pictures that only some kinds have. */
const OWN: Readonly<Record<OwnPictures, (results: Results) => Picture[]>> = {
  descents: descentPictures,
  models: modelPictures,
};

/** The pictures of a report, in its order; pictures without information are left out. */
export interface ReportPictures {
  readonly curves: readonly Picture[];
  /** The descents on each function. */
  readonly descents: readonly Picture[];
  /** How a search went. */
  readonly search: readonly Picture[];
  /** One for each axis at most. */
  readonly effects: readonly Picture[];
  readonly together: readonly Picture[];
  readonly variance: readonly Picture[];
  readonly fit: readonly Picture[];
  /** The answers of the best model and what its units have learned. */
  readonly models: readonly Picture[];
}

/** A picture and its SVG. */
export interface DrawnPicture extends Picture {
  readonly svg: string;
}

/** The pictures of a report as files and page need them: each is drawn once for both. */
export type DrawnPictures = { readonly [Name in keyof ReportPictures]: readonly DrawnPicture[] };

/** Returns the pictures of results, drawn. */
export function drawnPictures(results: Results): DrawnPictures {
  const pictures = reportPictures(results);
  return {
    curves: pictures.curves.map(drawn),
    descents: pictures.descents.map(drawn),
    search: pictures.search.map(drawn),
    effects: pictures.effects.map(drawn),
    together: pictures.together.map(drawn),
    variance: pictures.variance.map(drawn),
    fit: pictures.fit.map(drawn),
    models: pictures.models.map(drawn),
  };
}

function drawn(picture: Picture): DrawnPicture {
  return { ...picture, svg: drawPicture(picture) };
}

/** Returns the pictures of results. */
export function reportPictures(results: Results): ReportPictures {
  const own = inOwnUnits(results);
  return {
    curves: curvesPicture(own),
    descents: ownPictures("descents", results),
    search: searchPictures(results),
    effects: own.experiment.sweep.search
      ? scatterPictures(own)
      : own.effects.flatMap((effect) => axisEffectPicture(effect, own)),
    together: [...pairPictures(own), ...parallelPicture(own)],
    variance: importancePicture(own),
    fit: fitPicture(results),
    models: ownPictures("models", results),
  };
}

/** Returns the pictures of that name if the kind of the experiment has them. */
function ownPictures(name: OwnPictures, results: Results): Picture[] {
  return resultKindOf(results.experiment.base).pictures.includes(name) ? OWN[name](results) : [];
}
