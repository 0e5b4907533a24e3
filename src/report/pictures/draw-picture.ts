import type { parse, View } from "vega";
import type { compile, TopLevelSpec } from "vega-lite";
import type { Picture } from "./picture.ts";
import { tidySvg } from "./tidy-svg.ts";

/** Returns a picture as SVG: the same bytes everywhere, in light and dark. */
export async function drawPicture({ drawing, alt }: Pick<Picture, "drawing" | "alt">): Promise<string> {
  return tidySvg(typeof drawing === "string" ? drawing : await drawChart(drawing), alt);
}

/** The libraries that draw charts. */
interface Charts {
  readonly compile: typeof compile;
  readonly parse: typeof parse;
  readonly View: typeof View;
}

/** Loads the libraries when they are needed: they take longer than the rest of the start. */
export async function loadCharts(): Promise<Charts> {
  const [{ compile }, { parse, View }] = await Promise.all([import("vega-lite"), import("vega")]);
  return { compile, parse, View };
}

async function drawChart(spec: TopLevelSpec): Promise<string> {
  const { compile, parse, View } = await loadCharts();
  const view = new View(parse(compile(spec).spec), { renderer: "none" });
  const svg = await view.toSVG();
  view.finalize();
  return svg;
}
