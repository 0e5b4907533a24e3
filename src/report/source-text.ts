import type { Results, VarianceRow } from "../results/results.ts";
import { axisName } from "../results/setting-text.ts";

/** Returns what a row of the analysis of variance stands for: "eta × hidden", "seed noise". */
export function sourceText({ kind, axes }: VarianceRow, columns: Results["columns"]): string {
  return kind === "effect" ? axes.map((path) => axisName(path, columns)).join(" × ") : SOURCES[kind];
}

const SOURCES = {
  higher: "three or more axes together",
  replicate: "replicate (alike in all settings)",
  noise: "seed noise",
};
