import type { Model, ModelOrigin } from "../model.ts";
import { inputCount, outputCount } from "../sizes.ts";
import { checkInputs, checkTarget } from "./check-encodings.ts";
import { checkLayers } from "./check-layers.ts";
import { count, member, misfit, text, type Part } from "./checked.ts";

/** The format that every file names. */
export const FORMAT = "gridient-model";
/** Raised by every change that older readers would not understand. Version 1 does not have the dialect of a table. */
export const VERSION = 2;
const VERSIONS: readonly unknown[] = [1, VERSION];

/**
 * Returns the model in a file's data. Weights are base64 or numbers.
 * @throws {ModelFileError} If anything is not valid.
 */
export function checkModel(value: unknown): Model {
  const file = { path: "", value };
  if (member(file, "format").value !== FORMAT) throw misfit(member(file, "format"), JSON.stringify(FORMAT));
  const version = member(file, "version");
  if (!VERSIONS.includes(version.value)) throw misfit(version, VERSIONS.join(" or "));
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
