import { figureText } from "../../results/figure-text.ts";
import { asNetwork } from "../../spec/configuration/as-network.ts";
import { valueText } from "../../results/value-text.ts";
import { factsOf } from "../../trials/plan.ts";
import { escapeMarkdown } from "../markdown.ts";
import type { CardFacts } from "./card-facts.ts";

/** Returns the section that says what the model has learnt from. */
export function dataMarkdown({ trial: { trial }, results, plan }: CardFacts): string {
  const { train, validation, test } = factsOf(trial, plan).sizes;
  const name = escapeMarkdown(valueText(asNetwork(trial.configuration).dataset));
  const parts = `${name}: ${train} training, ${validation} validation and ${test} test examples.`;
  const baseline = results.datasets.find(({ digest }) => digest === trial.dataDigest)?.baseline;
  if (!baseline) return `## Data\n\n${parts}`;
  const accuracy = figureText(`${baseline.part}Accuracy`, baseline.accuracy);
  return `## Data\n\n${parts} Always answering the most frequent class has a ${baseline.part} accuracy of ${accuracy}.`;
}
