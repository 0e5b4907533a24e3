import type { CostFunction } from "../../../functions/cost-function.ts";
import { ACCENT } from "../colors.ts";
import { samplesOf, type DescentFrame } from "./descent-frame.ts";
import { linePath, placeIn } from "./panel-place.ts";

const SAMPLES = 160;

/** Returns the curve of a function of one variable as SVG. */
export function curveLayer(frame: DescentFrame, at: CostFunction["at"]): string {
  const points = samplesOf(frame.x, SAMPLES).map((v) => placeIn(frame, [v, at([v]).value]));
  const seen = points.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
  return `<path d="${linePath(seen)}" fill="none" stroke="${ACCENT}" stroke-width="1.6"/>`;
}
