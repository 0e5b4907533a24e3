import { drawChart } from "./draw-chart.ts";
import type { Picture } from "./picture.ts";
import { tidySvg } from "./tidy-svg.ts";

/** Returns a picture as SVG: the same bytes everywhere, in light and dark. */
export function drawPicture({ drawing, alt }: Pick<Picture, "drawing" | "alt">): string {
  return tidySvg(typeof drawing === "string" ? drawing : drawChart(drawing), alt);
}
