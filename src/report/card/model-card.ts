import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { LayerParameters } from "../../kernels/network.ts";
import { figureText } from "../../results/figure-text.ts";
import { factsOf } from "../../trials/plan.ts";
import { trialSpec } from "../../trials/trial-spec.ts";
import { notesMarkdown, tagsMarkdown } from "../about-markdown.ts";
import { datasetNames } from "../dataset-names.ts";
import { escapeMarkdown, fencedMarkdown } from "../markdown.ts";
import type { CardFacts } from "./card-facts.ts";
import { figuresMarkdown } from "./figures-markdown.ts";
import { interfaceMarkdown } from "./interface-markdown.ts";

/**
 * Returns a model card: the inputs and outputs of a model, its scores, its training data and how to reproduce it.
 * Source of the idea: Mitchell et al., "Model Cards for Model Reporting" (FAT* 2019).
 */
export function modelCard(facts: CardFacts): string {
  const { experiment } = facts.results;
  const sections = [
    `# ${escapeMarkdown(experiment.name)}: a model`,
    escapeMarkdown(experiment.description ?? ""),
    tagsMarkdown(experiment),
    origin(facts),
    interfaceMarkdown(facts.model),
    figuresMarkdown(facts),
    dataMarkdown(facts),
    networkMarkdown(facts),
    notesMarkdown(experiment),
    reproduction(facts),
  ];
  return `${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

function origin({ model, trial: { trial }, results }: CardFacts): string {
  const { metric, at } = results.experiment.objective;
  const fold = trial.fold === undefined ? "" : `fold ${trial.fold}, `;
  return (
    `Trial ${trial.index} of ${escapeMarkdown(results.experiment.name)}, ${fold}replicate ${trial.replicate}, ` +
    `with the weights of the ${at} epoch${at === "best" ? ` by ${metric}` : ""}, ${model.origin.epoch}.`
  );
}

function networkMarkdown({ model: { layers }, network }: CardFacts): string {
  const sizes = [layers[0]!.fanIn, ...layers.map(({ units }) => units)].join("-");
  const parameters = layers.reduce((sum, { fanIn, units }) => sum + (fanIn + 1) * units, 0);
  const { activation, output } = network.architecture;
  const hidden = layers.length > 1 ? `${activation} in hidden layers, ` : "";
  return `## Network\n\n${sizes} units, ${hidden}${output} outputs; ${parameters} weights and biases.`;
}

function reproduction({ model, trial: { trial }, plan }: CardFacts): string {
  const { trialId, dataDigest, trainerVersion } = model.origin;
  return [
    "## How to reproduce it",
    "Save this file in the folder of the experiment. A sweep of it trains the same weights, bit for bit:",
    fencedMarkdown(trialSpec(plan, trial), "yaml"),
    [
      `- Trial \`${trialId}\``,
      `- Data \`${dataDigest}\``,
      `- Weights \`${weightsDigest(model.layers)}\` (SHA-256 of all weights and biases as float32)`,
      `- Trainer version ${trainerVersion}`,
    ].join("\n"),
  ].join("\n\n");
}

/** Returns the section on the training data. */
function dataMarkdown({ trial: { trial }, network, results, plan }: CardFacts): string {
  const { train, validation, test } = factsOf(trial, plan).sizes;
  const name = escapeMarkdown(datasetNames([network.dataset])[0]!);
  const parts = `${name}: ${train} training, ${validation} validation and ${test} test examples.`;
  const baseline = results.datasets.find(({ digest }) => digest === trial.dataDigest)?.baseline;
  if (!baseline) return `## Data\n\n${parts}`;
  const accuracy = figureText(`${baseline.part}Accuracy`, baseline.accuracy);
  return `## Data\n\n${parts} Always predicting the most frequent class has a ${baseline.part} accuracy of ${accuracy}.`;
}

/** Returns the SHA-256, hex, of the weights and biases of one layer after the other as little-endian float32. */
function weightsDigest(layers: readonly LayerParameters[]): string {
  const hash = sha256.create();
  for (const { weights, biases } of layers)
    for (const values of [weights, biases]) hash.update(littleEndian(values));
  return bytesToHex(hash.digest());
}

function littleEndian(values: Float32Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.byteLength));
  values.forEach((value, i) => view.setFloat32(4 * i, value, true));
  return new Uint8Array(view.buffer);
}
