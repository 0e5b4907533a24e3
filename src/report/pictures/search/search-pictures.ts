import { raceCourse } from "../../../results/search/race-course.ts";
import { rungCourse } from "../../../results/search/rung-course.ts";
import type { Results } from "../../../results/results.ts";
import { inOwnUnits } from "../../in-own-units.ts";
import type { Picture } from "../picture.ts";
import { bestSoFarPicture } from "./best-so-far-picture.ts";
import { racePicture } from "./race-picture.ts";
import { survivorsPicture } from "./survivors-picture.ts";

/** Returns the picture of how a search went: one at most. */
export function searchPictures(results: Results): Picture[] {
  const { search } = results.experiment.sweep;
  const own = inOwnUnits(results);
  if (!search) return [];
  if (search.ladder) return survivorsPicture(rungCourse(own), own);
  const race = raceCourse(results, own);
  if (search.first !== undefined) return race ? racePicture(race, own) : [];
  return bestSoFarPicture(own);
}
