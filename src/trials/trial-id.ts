import { canonicalJson } from "../data/canonical-json.ts";
import { shareEqual } from "../data/share-equal.ts";
import type { Decoders } from "../files/system.ts";
import { ENTRIES } from "../fields/kinds.ts";
import { effectiveConfiguration } from "../configuration/effective-configuration.ts";
import { dependsOnEpochs } from "../configuration/depends-on-epochs.ts";
import type { Configuration } from "../fields/configuration.ts";
import { withoutDefaults } from "../configuration/without-defaults.ts";
import type { KnownData } from "./kinds/trial-kind.ts";
import { TRAINER_VERSION } from "./trainer-version.ts";

/** What repeats of a configuration differ in, and the data they train on. */
export interface ReplicateKey {
  readonly baseSeed: number;
  readonly replicate: number;
  readonly dataDigest: string;
}

type FieldName = keyof typeof ENTRIES;

/** What hashes: large plans have a hundred thousand ids. */
type Hashing = Pick<Decoders, "sha256Of">;

/** What a prefix of a training leaves open. */
const LENGTHS: ReadonlySet<FieldName> = new Set(["epochs", "steps"]);

/** Every field of a configuration, in the order of RFC 8785. */
const FIELDS: readonly FieldName[] = (Object.keys(ENTRIES) as FieldName[]).sort();

/**
 * Returns a function that gives the RFC 8785 form of a configuration, without its epochs unless each epoch depends on
 * how many there are; fields at their default are left out. What many configurations share is written once.
 */
export function configurationKeys(): (configuration: Configuration, data: KnownData) => string {
  const share = shareEqual();
  const members = new Map<FieldName, Map<unknown, string>>(
    FIELDS.map((field) => [field, new Map<unknown, string>()] as const),
  );
  const memberOf = (field: FieldName, value: unknown): string => {
    if (value === undefined) return "";
    const known = members.get(field)!;
    const shared = typeof value === "object" ? share(value!) : value;
    const member = known.get(shared) ?? memberText(field, shared);
    known.set(shared, member);
    return member;
  };
  return (configuration, { facts, dataDigest }) => {
    const effective = effectiveConfiguration(configuration, facts, () => dataDigest);
    let text = "";
    for (const field of FIELDS) {
      if (LENGTHS.has(field) && !dependsOnEpochs(configuration)) continue;
      const member = memberOf(field, (effective as Partial<Record<FieldName, unknown>>)[field]);
      if (member !== "") text += text === "" ? member : `,${member}`;
    }
    return `{${text}}`;
  };
}

function memberText(field: FieldName, value: unknown): string {
  const stated = withoutDefaults({ [field]: value })[field];
  return stated === undefined ? "" : `"${field}":${canonicalJson(stated)}`;
}

/**
 * Returns the identity of a trial but for its length: SHA-256, hex, over the RFC 8785 form of everything that
 * determines the outcome, so that a field added later, and left at its default, changes no id.
 *
 * @param configuration Its key, made once for all replicates.
 */
export function prefixIdOf(
  configuration: string,
  { baseSeed, replicate, dataDigest }: ReplicateKey,
  { sha256Of }: Hashing,
): string {
  const start = `{"baseSeed":${baseSeed},"configuration":${configuration},"dataDigest":"${dataDigest}"`;
  return sha256Of(`${start},"replicate":${replicate},"trainerVersion":${TRAINER_VERSION}}`);
}

/** Returns the identity of a trial. */
export function trialIdOf(prefixId: string, epochs: number, { sha256Of }: Hashing): string {
  return sha256Of(`{"epochs":${epochs},"prefix":"${prefixId}"}`);
}
