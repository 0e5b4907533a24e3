import { recipeDigest } from "../../data/recipe-digest.ts";
import { datasetSource } from "../../data/registry.ts";
import { configurationOf } from "./configuration-of.ts";
import { networkIn } from "../../configuration/kind-of.ts";
import { effectiveConfiguration } from "../../configuration/effective-configuration.ts";
import type { Point } from "../sweep.ts";

/** Returns what the training of a point depends on, as text: equal keys are the same trials. */
export function trainingKey({ cells, folder }: Point): string {
  const configuration = configurationOf(cells);
  const network = networkIn(configuration);
  if (!network) return JSON.stringify(configuration);
  const { dataset } = network;
  const source = datasetSource(dataset.name);
  const digestOf = () => recipeDigest(source.recipe(dataset, folder));
  return JSON.stringify(effectiveConfiguration(network, source.facts(dataset, folder), digestOf));
}
