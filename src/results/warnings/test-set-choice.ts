import { networkIn, stopRules } from "../../configuration/kind-of.ts";
import type { Configuration } from "../../fields/configuration.ts";
import { validationHint } from "../../fields/validation-hint.ts";
import { metricNamed } from "../../metrics/metrics.ts";
import { metricText } from "../metric-text.ts";
import type { ConfigurationResult, Warning, Findings } from "../results.ts";

/** Warns when a setting, an epoch, the end of a trial or its learning rate was chosen on the test part. */
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
  const what = [...uses].join(", ");
  const message =
    `${what.slice(0, 1).toUpperCase()}${what.slice(1)}: on the same examples that judge the results, which flatters them. ` +
    adviceFor(configurations);
  return [{ code: "testSetChoice", message }];
}

function usesOf(configuration: Configuration): string[] {
  const { earlyStopping, target } = stopRules(configuration);
  const { name, metric } = configuration.schedule;
  return [
    ...(earlyStopping.patience > 0 ? useOf("trials stopped by", earlyStopping.metric) : []),
    ...(target.value === "none" ? [] : useOf("trials had a target for", target.metric)),
    ...(name === "plateau" && metric !== "auto" ? useOf("eta fell by", String(metric)) : []),
  ];
}

function useOf(verb: string, metric: string): string[] {
  return metricNamed(metric).part === "test" ? [`${verb} ${metricText(metric, {})}`] : [];
}

function adviceFor(configurations: readonly ConfigurationResult[]): string {
  const lacking = configurations.find(({ facts }) => facts.sizes.validation === 0)?.configuration;
  const network = lacking && networkIn(lacking);
  if (!network) return "Choose on the validation part, which this data has.";
  const { name } = network.dataset;
  const hint = validationHint(name);
  return hint
    ? `Give the data set a validation part (${hint}) and choose on that.`
    : `${name} has no validation part to choose on.`;
}
