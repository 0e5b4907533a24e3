import { asNetwork } from "../../spec/configuration/as-network.ts";
import { FOLDER } from "../../data/source.ts";
import { trialSpec } from "../../trials/trial-spec.ts";
import type { Trial } from "../../trials/trial.ts";
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
  const fold = trial.fold === undefined ? "" : `fold ${trial.fold}, `;
  return (
    `Trial ${trial.index} of ${escapeMarkdown(results.experiment.name)}, ${fold}replicate ${trial.replicate}, ` +
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
    "A sweep of this file, in the experiment's folder, trains the same weights, bit for bit:",
    fencedMarkdown(trialSpec(plan, asWritten(trial)), "yaml"),
    [
      `- Trial \`${trialId}\``,
      `- Data \`${dataDigest}\``,
      `- Weights \`${weightsDigest(model.layers)}\` (SHA-256 of all weights and biases as float32)`,
      `- Trainer version ${trainerVersion}`,
    ].join("\n"),
  ].join("\n\n");
}

/** With the paths of its data as the experiment's file has them: the card knows no folder of this machine. */
function asWritten(trial: Trial): Trial {
  const configuration = asNetwork(trial.configuration);
  const { [FOLDER]: _, ...dataset } = configuration.dataset;
  return { ...trial, configuration: { ...configuration, dataset } };
}
