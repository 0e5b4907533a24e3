import { datasetSource } from "../../data/registry.ts";
import { configurationOf } from "./configuration-of.ts";
import { effectiveConfiguration } from "../../configuration/effective-configuration.ts";
import type { Point } from "../sweep.ts";

/** Returns what the training of a point depends on, as text: equal keys are the same trials. */
export function trainingKey({ cells }: Point): string {
  const configuration = configurationOf(cells);
  if (configuration.kind === "function") return JSON.stringify(configuration);
  const { dataset } = configuration;
  return JSON.stringify(effectiveConfiguration(configuration, datasetSource(dataset.name).facts(dataset)));
}
