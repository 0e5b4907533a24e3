import { hash } from "node:crypto";
import { canonicalJson } from "../data/canonical-json.ts";
import type { DatasetFacts } from "../data/dataset.ts";
import { effectiveConfiguration } from "../spec/effective-configuration.ts";
import type { Configuration } from "../spec/experiment.ts";
import { withoutDefaults } from "../spec/without-defaults.ts";
import { TRAINER_VERSION } from "./trainer-version.ts";

/** What repeats of a configuration differ in, and the data they train on. */
export interface ReplicateKey {
  readonly baseSeed: number;
  readonly replicate: number;
  readonly dataDigest: string;
}

/** Returns the RFC 8785 form of a configuration but for its epochs; fields at their default are left out. */
export function configurationKey(configuration: Configuration, facts: DatasetFacts): string {
  const { epochs: _, ...fields } = effectiveConfiguration(configuration, facts);
  return canonicalJson(withoutDefaults(fields));
}

/**
 * Returns the identity of a trial but for its length: SHA-256, hex, over the RFC 8785 form of everything that
 * determines the outcome, so that a field added later, and left at its default, changes no id.
 *
 * @param configuration Its key, made once for all replicates.
 */
export function prefixIdOf(configuration: string, { baseSeed, replicate, dataDigest }: ReplicateKey): string {
  const start = `{"baseSeed":${baseSeed},"configuration":${configuration},"dataDigest":"${dataDigest}"`;
  return hash("sha256", `${start},"replicate":${replicate},"trainerVersion":${TRAINER_VERSION}}`);
}

/** Returns the identity of a trial. */
export function trialIdOf(prefixId: string, epochs: number): string {
  return hash("sha256", `{"epochs":${epochs},"prefix":"${prefixId}"}`);
}
