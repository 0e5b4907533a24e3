import { canonicalJson } from "../../data/canonical-json.ts";
import type { Configuration } from "../../spec/experiment.ts";
import type { FieldValue } from "../../spec/field-value.ts";
import { groupBy } from "../group-by.ts";
import type { ConfigurationResult } from "../results.ts";
import { valueText } from "../value-text.ts";

/** Options of a data set that change how its columns reach the network, but not which answers are asked for. */
const PREPARATION = ["ignore", "categories", "numbers", "missing", "scaling", "targetScaling", "rare"];

/** Settings that compete with each other. */
export interface ConditionGroup {
  /** What they share and others do not: "noise = 0.1"; empty where all compete. */
  readonly name: string;
  readonly configurations: readonly ConfigurationResult[];
}

/**
 * Returns the configurations by what is given to them rather than chosen: the data set with its options, or the function
 * and the start of a descent. How a table is prepared is a choice.
 */
export function conditionsOf(configurations: readonly ConfigurationResult[]): ConditionGroup[] {
  const groups = [
    ...groupBy(configurations, ({ configuration }) => canonicalJson(givenOf(configuration))).values(),
  ];
  if (groups.length < 2) return [{ name: "", configurations }];
  const given = groups.map(([first]) => givenOf(first!.configuration));
  const differing = [...new Set(given.flatMap((fields) => Object.keys(fields)))].filter((key) => {
    return new Set(given.map((fields) => canonicalJson(fields[key] ?? null))).size > 1;
  });
  // Other sets have other options: their name says enough, with those that are not at their default.
  const isOther = differing.includes("name");
  return groups.map((group, i) => ({
    name: isOther
      ? wholeName(group[0]!.configuration)
      : differing.flatMap((key) => pair(key, given[i]![key])).join(", "),
    configurations: group,
  }));
}

/** Tells whether an axis is a condition: it is given, not chosen. */
export function isConditionPath(path: string): boolean {
  if (path.startsWith("dataset.")) return !PREPARATION.includes(path.slice("dataset.".length));
  return ["dataset", "function", "start"].includes(path) || path.startsWith("function.");
}

function givenOf(configuration: Configuration): Record<string, FieldValue> {
  if (configuration.kind === "function") return { ...configuration.function, start: configuration.start };
  const entries = Object.entries<FieldValue>({ ...configuration.dataset });
  return Object.fromEntries(entries.filter(([option]) => !PREPARATION.includes(option)));
}

function wholeName(configuration: Configuration): string {
  return configuration.kind === "function"
    ? `function = ${valueText({ ...configuration.function })}, start = ${JSON.stringify(configuration.start)}`
    : `dataset = ${valueText(configuration.dataset)}`;
}

function pair(key: string, value: FieldValue | undefined): string[] {
  return value === undefined ? [] : [`${key} = ${valueText(value)}`];
}
