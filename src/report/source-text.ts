import type { Results, VarianceRow } from "../results/results.ts";
import { trialWord } from "../spec/repetitions.ts";
import { axisName } from "../results/setting-text.ts";

/** Returns the name of a source of variance: "eta × hidden", "seed noise". */
export function sourceText(
  { kind, axes }: VarianceRow,
  { columns, experiment }: Pick<Results, "columns" | "experiment">,
): string {
  if (kind === "effect") return axes.map((path) => axisName(path, columns)).join(" × ");
  return kind === "noise" ? noiseText(experiment) : SOURCES[kind];
}

/** Returns the name of the noise. */
export function noiseText({ replicates }: Pick<Results["experiment"], "replicates">): string {
  return trialWord(replicates) === "replicate" ? "seed noise" : "noise of seeds and examples";
}

const SOURCES = {
  higher: "interactions of three or more axes",
  fold: "fold (same in all settings)",
  replicate: "replicate (same in all settings)",
};
