import { asNetwork } from "../../spec/configuration/as-network.ts";
import { trialSpec } from "../../trials/trial-spec.ts";
import { escapeMarkdown, fencedMarkdown } from "../markdown.ts";
import type { CardFacts } from "./card-facts.ts";
import { dataMarkdown } from "./data-markdown.ts";
import { figuresMarkdown } from "./figures-markdown.ts";
import { interfaceMarkdown } from "./interface-markdown.ts";
import { weightsDigest } from "./weights-digest.ts";

/**
 * Returns a model card: what a model takes and answers, how good it is, what it learnt from, and how to make it again.
 * Source of the idea: Mitchell et al., "Model Cards for Model Reporting" (FAT* 2019).
 */
export function modelCard(facts: CardFacts): string {
  const { experiment } = facts.results;
  const sections = [
    `# ${escapeMarkdown(experiment.name)}: a model`,
    escapeMarkdown(experiment.description ?? ""),
    origin(facts),
    interfaceMarkdown(facts.model),
    figuresMarkdown(facts),
    dataMarkdown(facts),
    network(facts),
    again(facts),
  ];
  return `${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

function origin({ model, trial: { trial }, results }: CardFacts): string {
  const { metric, at } = results.experiment.objective;
  return (
    `Trial ${trial.index} of ${escapeMarkdown(results.experiment.name)}, replicate ${trial.replicate}, ` +
    `with the weights of epoch ${model.origin.epoch}, the ${at} one${at === "best" ? ` by ${metric}` : ""}.`
  );
}

function network({ model: { layers }, trial: { trial } }: CardFacts): string {
  const sizes = [layers[0]!.fanIn, ...layers.map(({ units }) => units)].join("-");
  const parameters = layers.reduce((sum, { fanIn, units }) => sum + (fanIn + 1) * units, 0);
  const { activation, output } = asNetwork(trial.configuration).architecture;
  const hidden = layers.length > 1 ? `${activation} in hidden layers, ` : "";
  return `## Network\n\n${sizes} units, ${hidden}${output} outputs; ${parameters} weights and biases.`;
}

function again({ model, trial: { trial }, plan }: CardFacts): string {
  const { trialId, dataDigest, trainerVersion } = model.origin;
  return [
    "## How to make it again",
    "A sweep of this file trains the same weights, bit for bit:",
    fencedMarkdown(trialSpec(plan, trial), "yaml"),
    [
      `- Trial \`${trialId}\``,
      `- Data \`${dataDigest}\``,
      `- Weights \`${weightsDigest(model.layers)}\` (SHA-256 of all weights and biases as float32)`,
      `- Trainer version ${trainerVersion}`,
    ].join("\n"),
  ].join("\n\n");
}
