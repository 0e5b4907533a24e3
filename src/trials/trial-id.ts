import { hash } from "node:crypto";
import { canonicalJson } from "../data/canonical-json.ts";
import type { DatasetFacts } from "../data/dataset.ts";
import { effectiveConfiguration } from "../spec/effective-configuration.ts";
import { dependsOnEpochs } from "../spec/depends-on-epochs.ts";
import type { Configuration } from "../spec/experiment.ts";
import { withoutDefaults } from "../spec/without-defaults.ts";
import { TRAINER_VERSION } from "./trainer-version.ts";

/** What repeats of a configuration differ in, and the data they train on. */
export interface ReplicateKey {
  readonly baseSeed: number;
  readonly replicate: number;
  readonly dataDigest: string;
}

/**
 * Returns a function that gives the RFC 8785 form of a configuration, without its epochs unless each epoch depends on
 * how many there are; fields at their default are left out. Parts that many configurations share are written once.
 */
export function configurationKeys(): (configuration: Configuration, facts: DatasetFacts) => string {
  const known = new Map<string, string>();
  const written = (key: "dataset" | "architecture", part: Configuration[typeof key]): string => {
    const text = JSON.stringify(part);
    const canonical = known.get(text) ?? canonicalJson(withoutDefaults({ [key]: part })[key]);
    known.set(text, canonical);
    return canonical;
  };
  return (configuration, facts) => {
    const { epochs, dataset, architecture, ...fields } = effectiveConfiguration(configuration, facts);
    const length = dependsOnEpochs(configuration) ? { epochs } : {};
    const members = Object.entries(withoutDefaults({ ...fields, ...length })).map(([key, value]) => [
      key,
      canonicalJson(value),
    ]);
    members.push(
      ["dataset", written("dataset", dataset)],
      ["architecture", written("architecture", architecture)],
    );
    const sorted = members.sort(([a], [b]) => (a! < b! ? -1 : 1));
    return `{${sorted.map(([key, text]) => `"${key}":${text}`).join(",")}}`;
  };
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
