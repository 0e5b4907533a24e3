import type { ResultFile } from "../results/result-files.ts";
import type { Results } from "../results/results.ts";
import { learningCurvesSvg } from "./pictures/curves/learning-curves-svg.ts";
import { summaryMarkdown } from "./summary/summary-markdown.ts";

/** Returns the report that a code host shows: summary.md and its pictures. */
export async function reportFiles(results: Results): Promise<ResultFile[]> {
  const curves = await learningCurvesSvg(results);
  return [
    { path: "summary.md", content: summaryMarkdown(results), committed: true },
    ...(curves ? [{ path: "plots/learning-curves.svg", content: curves, committed: true }] : []),
  ];
}
