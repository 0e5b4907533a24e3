import { axisName, shownText } from "../../results/setting-text.ts";
import type { Experiment } from "../../spec/experiment.ts";
import type { Column, Search } from "../../spec/sweep.ts";
import { counted } from "../../text/counted.ts";

/** What the points of each method are called. */
const SEQUENCES: Readonly<Record<Search["method"], string>> = {
  sobol: "a scrambled Sobol sequence",
  random: "a random sequence",
};

/** Returns what a search draws from, in a few words. */
export function sequenceText(method: Search["method"]): string {
  return SEQUENCES[method];
}

/** Returns which search found the settings of an experiment, in a sentence; empty for a grid. */
export function searchText({ sweep }: Pick<Experiment, "sweep">): string {
  const { search, include, columns } = sweep;
  if (!search) return "";
  const first = include.length > 0 ? `${counted(include.length, "setting")} of include first, then ` : "";
  const axes = columns
    .filter(({ kind }) => kind !== "name")
    .map((column) => `${axisName(column.path, columns)} (${rangeText(column)})`);
  return `Searched: ${first}${counted(search.configurations, "point")} of ${sequenceText(search.method)} over ${axes.join(", ")}.`;
}

/** Returns what an axis is drawn from: "0.001 to 10, log-uniform", or the items of a list. */
export function rangeText({ values, distribution }: Column): string {
  if (!distribution) return values.map(shownText).join(", ");
  const { kind, from, to, step, isLog } = distribution;
  const words = kind === "integers" ? [step > 1 ? `integers in steps of ${step}` : "integers"] : [];
  if (isLog) words.push("log-uniform");
  return [`${from} to ${to}`, ...(words.length > 0 ? words : ["uniform"])].join(", ");
}
