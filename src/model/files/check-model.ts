import type { Model, ModelOrigin } from "../model.ts";
import { inputCount, outputCount } from "../sizes.ts";
import { checkInputs, checkTarget } from "./check-encodings.ts";
import { checkLayers } from "./check-layers.ts";
import { count, member, misfit, text, type Part } from "./checked.ts";

/** What every file says it is. */
export const FORMAT = "gridient-model";
/** Raised by every change that older readers would not understand. */
export const VERSION = 1;

/**
 * Returns what a file holds as a model. Weights are base64, or numbers already.
 * @throws {ModelFileError} If anything is not as it must be.
 */
export function checkModel(value: unknown): Model {
  const file = { path: "", value };
  if (member(file, "format").value !== FORMAT) throw misfit(member(file, "format"), JSON.stringify(FORMAT));
  if (member(file, "version").value !== VERSION) throw misfit(member(file, "version"), String(VERSION));
  const inputs = checkInputs(member(file, "inputs"));
  const target = checkTarget(member(file, "target"));
  const sizes = { inputs: inputCount(inputs), outputs: outputCount(target) };
  const layers = checkLayers(member(file, "layers"), sizes);
  return {
    inputs,
    target,
    layers,
    origin: checkOrigin(member(file, "origin")),
    card: text(member(file, "card")),
  };
}

function checkOrigin(part: Part): ModelOrigin {
  return {
    experiment: text(member(part, "experiment")),
    trialId: text(member(part, "trialId")),
    epoch: count(member(part, "epoch"), 0),
    dataDigest: text(member(part, "dataDigest")),
    trainerVersion: count(member(part, "trainerVersion")),
  };
}
