import { batchExamples } from "../../spec/configuration/batch-examples.ts";
import type { ConfigurationResult, Warning } from "../results.ts";
import type { Findings } from "./findings.ts";
import { repetitionsOf } from "../../spec/repetitions.ts";

/** Warns when settings were tried once each, so that nothing is known of their spread; not where nothing is random. */
export function oneReplicate({
  experiment,
  configurations,
}: Pick<Findings, "experiment" | "configurations">): Warning[] {
  if (repetitionsOf(experiment.replicates) > 1 || !configurations.some(isRandom)) return [];
  const message =
    "Every setting was trained once, so differences may be chance and no interval is known. Set replicates: 3 or more.";
  return [{ code: "oneReplicate", message }];
}

/** Tells whether chance decides the first weights, the batches or who is left out. */
function isRandom({ configuration, facts }: ConfigurationResult): boolean {
  if (configuration.kind === "function") return false;
  const { init, dropout } = configuration.architecture;
  const { train } = facts.sizes;
  return typeof init !== "number" || dropout > 0 || batchExamples(configuration, train) < train;
}
