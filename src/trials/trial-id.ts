import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalJson } from "../data/canonical-json.ts";
import type { DatasetFacts } from "../data/dataset.ts";
import { withoutDefaults } from "../spec/without-defaults.ts";
import type { Configuration } from "../spec/experiment.ts";
import { batchExamples } from "./batch-examples.ts";
import { TRAINER_VERSION } from "./trainer-version.ts";

/** What repeats of a configuration differ in, and the data they train on. */
export interface ReplicateKey {
  readonly baseSeed: number;
  readonly replicate: number;
  readonly dataDigest: string;
}

/**
 * Returns the identity of a trial but for its length: SHA-256, hex, over the RFC 8785 form of everything that
 * determines the outcome. Fields at their default are left out, so that a field added later changes no id.
 */
export function prefixIdOf(configuration: Configuration, facts: DatasetFacts, key: ReplicateKey): string {
  const { epochs: _, ...fields } = effective(configuration, facts);
  return digest({ configuration: withoutDefaults(fields), ...key, trainerVersion: TRAINER_VERSION });
}

/** Returns the identity of a trial. */
export function trialIdOf(prefixId: string, epochs: number): string {
  return digest({ prefix: prefixId, epochs });
}

/** Returns the configuration with everything removed or rewritten that two equal trainings may spell differently. */
function effective(configuration: Configuration, facts: DatasetFacts): Configuration {
  const { architecture } = configuration;
  const { activation: _, ...outputOnly } = architecture;
  return {
    ...configuration,
    architecture: (architecture.hidden.length > 0
      ? architecture
      : outputOnly) as Configuration["architecture"],
    batchSize: batchExamples(configuration, facts.sizes.train),
  };
}

function digest(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));
}
