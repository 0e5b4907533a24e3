import { networkIn, scheduleOf, stopRules } from "../../configuration/kind-of.ts";
import type { Configuration, ScheduleOptions } from "../../fields/configuration.ts";
import { validationHint } from "../../fields/validation-hint.ts";
import { metricNamed } from "../../metrics/metrics.ts";
import { metricText } from "../metric-text.ts";
import type { ConfigurationResult, Warning, Findings } from "../results.ts";

/** Warns when the test part was used to choose a setting, an epoch, the end of a trial or its learning rate. */
export function testSetChoice({
  experiment,
  configurations,
  best,
}: Pick<Findings, "experiment" | "configurations" | "best">): Warning[] {
  const { metric, at } = experiment.objective;
  const isChoice = best !== undefined && (configurations.length > 1 || at === "best");
  const uses = new Set([
    ...(isChoice ? useOf("the best was chosen by", metric) : []),
    ...configurations.flatMap(({ configuration }) => usesOf(configuration)),
  ]);
  if (uses.size === 0) return [];
  const message =
    `Selection and evaluation used the same test set, so this score is optimistic: ${[...uses].join("; ")}. ` +
    adviceFor(configurations);
  return [{ code: "testSetChoice", message }];
}

function usesOf(configuration: Configuration): string[] {
  const { earlyStopping, target } = stopRules(configuration);
  const { name, metric = "auto" }: Partial<ScheduleOptions> = scheduleOf(configuration) ?? {};
  return [
    ...(earlyStopping.patience > 0 ? useOf("trials were stopped by", earlyStopping.metric) : []),
    ...(target.value === "none" ? [] : useOf("trials had a target for", target.metric)),
    ...(name === "plateau" && metric !== "auto" ? useOf("eta was lowered by", String(metric)) : []),
  ];
}

function useOf(verb: string, metric: string): string[] {
  return metricNamed(metric).part === "test" ? [`${verb} ${metricText(metric, {})}`] : [];
}

function adviceFor(configurations: readonly ConfigurationResult[]): string {
  const without = configurations.find(({ facts }) => facts.sizes.validation === 0)?.configuration;
  const network = without && networkIn(without);
  if (!network) return "Use the validation part of this data set for selection.";
  const { name } = network.dataset;
  const hint = validationHint(name);
  return hint
    ? `Give the data set a validation part (${hint}) and use it for selection.`
    : `${name} has no validation part that could be used for selection.`;
}
