import { canonicalJson } from "../../data/canonical-json.ts";
import type { Configuration } from "../../fields/configuration.ts";
import { metricNamed } from "../../metrics/metrics.ts";
import type { FieldValue } from "../../fields/tables/field.ts";
import { groupBy } from "../group-by.ts";
import type { ConfigurationResult } from "../results.ts";
import { valueText } from "../value-text.ts";

/** Options of a data set that change how its columns or images reach the network, but not which answers are asked for. */
const PREPARATION = [
  "ignore",
  "categories",
  "numbers",
  "missing",
  "fillMean",
  "fillMedian",
  "fillMostFrequent",
  "scaling",
  "targetScaling",
  "rare",
  "channels",
];
/** What a loss depends on beside how good the answers are: where these differ, losses are numbers of different kinds. */
const LOSS_PATHS = ["loss", "labelSmoothing", "classWeights", "dataset.targetScaling"];

/** Settings that compete with each other. */
export interface ConditionGroup {
  /** What they share and others do not: "noise = 0.1", "loss = mse"; empty where all compete. */
  readonly name: string;
  readonly configurations: readonly ConfigurationResult[];
}

/**
 * Returns the configurations by what is given to them rather than chosen: the data set with its options, or the function
 * and the start of a descent. How a table is prepared is a choice. Where the objective is a loss, only losses of one kind
 * compete.
 */
export function conditionsOf(
  configurations: readonly ConfigurationResult[],
  objective: string,
): ConditionGroup[] {
  const givenTo = ({ configuration }: ConfigurationResult) => givenOf(configuration, objective);
  const groups = [
    ...groupBy(configurations, ({ configuration }) => conditionKey(configuration, objective)).values(),
  ];
  if (groups.length < 2) return [{ name: "", configurations }];
  const given = groups.map(([first]) => givenTo(first!));
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

/** Returns what tells conditions apart: settings with the same key compete. */
export function conditionKey(configuration: Configuration, objective: string): string {
  return canonicalJson(givenOf(configuration, objective));
}

/** Returns whether an axis is a condition of results that are ranked by `objective`: it is given, not chosen. */
export function isConditionPath(path: string, objective: string): boolean {
  if (LOSS_PATHS.includes(path) && isLoss(objective)) return true;
  if (path.startsWith("dataset.")) return !PREPARATION.includes(path.slice("dataset.".length));
  return ["dataset", "function", "start"].includes(path) || path.startsWith("function.");
}

function givenOf(configuration: Configuration, objective: string): Record<string, FieldValue> {
  if (configuration.kind === "function") return { ...configuration.function, start: configuration.start };
  const options = Object.entries<FieldValue>({ ...configuration.dataset });
  const given = Object.fromEntries(options.filter(([option]) => !PREPARATION.includes(option)));
  if (!isLoss(objective)) return given;
  const { loss, labelSmoothing, classWeights } = configuration;
  const [scaling = "none"] = options.flatMap(([option, value]) =>
    option === "targetScaling" ? [value] : [],
  );
  return { ...given, targetScaling: scaling, loss, labelSmoothing, classWeights };
}

function isLoss(metric: string): boolean {
  const { quantity } = metricNamed(metric);
  return quantity === "loss" || quantity === "cost";
}

function wholeName(configuration: Configuration): string {
  return configuration.kind === "function"
    ? `function = ${valueText({ ...configuration.function })}, start = ${JSON.stringify(configuration.start)}`
    : `dataset = ${valueText(configuration.dataset)}`;
}

function pair(key: string, value: FieldValue | undefined): string[] {
  return value === undefined ? [] : [`${key} = ${valueText(value)}`];
}
