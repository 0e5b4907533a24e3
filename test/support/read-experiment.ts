import { nodeSystem } from "../../src/files/node-system.ts";
import * as spec from "../../src/spec/read-experiment.ts";

type Options = Omit<spec.ReadingOptions, "system">;

/** Reads a spec whose files are on this disk. */
export function readExperiment(text: string, file: string, options: Options): spec.Reading {
  return spec.readExperiment(text, file, { system: nodeSystem, ...options });
}

/** Reads a spec on this disk. */
export function readExperimentFile(file: string, options: Options): Promise<spec.Reading> {
  return spec.readExperimentFile(file, { system: nodeSystem, ...options });
}
