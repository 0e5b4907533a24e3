import type { Results } from "../../../results/results.ts";
import { learningCurves } from "./learning-curves.ts";
import { learningCurvesSpec } from "./learning-curves-spec.ts";
import { tidySvg } from "../tidy-svg.ts";

/**
 * Returns plots/learning-curves.svg: the objective's metric over the epochs of each configuration; undefined where
 * there is nothing to draw. Vega is loaded here and not before: it takes longer than all the rest of a start.
 */
export async function learningCurvesSvg(results: Results): Promise<string | undefined> {
  const curves = learningCurves(results);
  if (curves.length === 0) return undefined;
  const { title, spec } = learningCurvesSpec(curves, results);
  const [{ compile }, { parse, View }] = await Promise.all([import("vega-lite"), import("vega")]);
  const view = new View(parse(compile(spec).spec), { renderer: "none" });
  const svg = await view.toSVG();
  view.finalize();
  return tidySvg(svg, title);
}
