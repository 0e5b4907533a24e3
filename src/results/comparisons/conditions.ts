import { canonicalJson } from "../../data/canonical-json.ts";
import type { Configuration } from "../../fields/configuration.ts";
import { metricNamed } from "../../metrics/metrics.ts";
import type { FieldValue } from "../../fields/tables/field.ts";
import { groupBy } from "../group-by.ts";
import { isGiven, resultKindOf } from "../kinds/result-kind-of.ts";
import type { ConfigurationResult } from "../results.ts";
import { shownText } from "../setting-text.ts";

/** Settings that compete with each other. */
export interface ConditionGroup {
  /** The values that only they share: "noise = 0.1", "loss = mse"; empty where all compete. */
  readonly name: string;
  readonly configurations: readonly ConfigurationResult[];
}

/**
 * Groups configurations by what is given to them rather than chosen. Where the objective is a loss, only losses of the same
 * kind compete.
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
  // Different data sets have different options, so a condition is named by the whole data set.
  const isOther = differing.includes("name");
  return groups.map((group, i) => ({
    name: isOther ? wholeName(group[0]!) : differing.flatMap((key) => pair(key, given[i]![key])).join(", "),
    configurations: group,
  }));
}

/** Returns the key of a condition: settings with the same key compete with each other. */
export function conditionKey(configuration: Configuration, objective: string): string {
  return canonicalJson(givenOf(configuration, objective));
}

/** Returns whether an axis is a condition of results that are ranked by `objective`: it is given, not chosen. */
export function isConditionPath(path: string, objective: string): boolean {
  return isGiven(path, isLoss(objective));
}

function givenOf(configuration: Configuration, objective: string): Readonly<Record<string, FieldValue>> {
  return resultKindOf(configuration).givenTo(configuration, isLoss(objective));
}

function isLoss(metric: string): boolean {
  const { quantity } = metricNamed(metric);
  return quantity === "loss" || quantity === "cost";
}

function wholeName({ configuration }: ConfigurationResult): string {
  return resultKindOf(configuration).givenText(configuration);
}

function pair(key: string, value: FieldValue | undefined): string[] {
  return value === undefined ? [] : [`${key} = ${shownText(value)}`];
}
