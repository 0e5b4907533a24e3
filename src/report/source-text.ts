import type { Results, VarianceRow } from "../results/results.ts";
import { trialWord } from "../spec/repetitions.ts";
import { axisName } from "../results/setting-text.ts";

/** Returns what a row of the analysis of variance stands for: "eta × hidden", "seed noise". */
export function sourceText(
  { kind, axes }: VarianceRow,
  { columns, experiment }: Pick<Results, "columns" | "experiment">,
): string {
  if (kind === "effect") return axes.map((path) => axisName(path, columns)).join(" × ");
  return kind === "noise" ? noiseText(experiment) : SOURCES[kind];
}

/** Returns what is left to chance. */
export function noiseText({ replicates }: Pick<Results["experiment"], "replicates">): string {
  return trialWord(replicates) === "replicate" ? "seed noise" : "noise of seeds and examples";
}

const SOURCES = {
  higher: "three or more axes together",
  fold: "fold (alike in all settings)",
  replicate: "replicate (alike in all settings)",
};
