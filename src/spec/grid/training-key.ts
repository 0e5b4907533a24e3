import { recipeDigest } from "../../data/recipe-digest.ts";
import { datasetSource } from "../../data/registry.ts";
import { variedPaths } from "./apply-rules.ts";
import { configurationReader } from "./configuration-of.ts";
import { networkIn } from "../../configuration/kind-of.ts";
import { effectiveConfiguration } from "../../configuration/effective-configuration.ts";
import type { Point, Sweep } from "../sweep.ts";

/**
 * Returns a function that gives what the training of a point depends on, as text: equal keys are the same trials. It is fastest
 * for points one after the other, in the order of their sweep.
 */
export function trainingKeys(sweep: Sweep): (point: Point) => string {
  const read = configurationReader(variedPaths(sweep));
  return ({ cells, folder }) => {
    const configuration = read(cells);
    const network = networkIn(configuration);
    if (!network) return JSON.stringify(configuration);
    const { dataset } = network;
    const source = datasetSource(dataset.name);
    const digestOf = (): string => recipeDigest(source.recipe(dataset, folder));
    return JSON.stringify(effectiveConfiguration(network, source.facts(dataset, folder), digestOf));
  };
}
