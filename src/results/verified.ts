import { sha256Hex } from "../text/sha256.ts";
import { jsonText } from "../text/json-text.ts";
import type { MetricDistance, Results, Verified } from "./results.ts";

const FORMAT_VERSION = 1;
/** The file beside the tables. `verify` writes it, and every later report of the same trials shows it. */
export const VERIFIED_FILE = "verified.json";

/** Returns how far metrics are apart in words: "loss by at most 0.001". */
export function distancesText(distances: readonly MetricDistance[]): string {
  return distances.map(({ metric, distance }) => `${metric} by at most ${distance}`).join(", ");
}

/** Returns the content of the file about the trials of results. */
export function verifiedText(results: Pick<Results, "trials">, verified: Verified): string {
  const { outcome, retrained, differences } = verified;
  const content = {
    formatVersion: FORMAT_VERSION,
    trials: trialsDigest(results),
    outcome,
    retrained,
    differences,
  };
  return `${jsonText(content, 2)}\n`;
}

/** Returns results with what the file beside their tables says, if it is about the same trials. */
export function withVerified(results: Results, text: string | undefined): Results {
  const found = text === undefined ? undefined : parsed(text);
  if (found?.trials !== trialsDigest(results)) return results;
  const { outcome, retrained, differences } = found;
  return { ...results, verified: { outcome, retrained, differences } };
}

function trialsDigest({ trials }: Pick<Results, "trials">): string {
  return sha256Hex(trials.map(({ trial: { id } }) => id).join("\n"));
}

function parsed(text: string): (Verified & { readonly trials: string }) | undefined {
  try {
    const data: unknown = JSON.parse(text);
    return isVerified(data) ? data : undefined;
  } catch {
    return undefined; // not ours
  }
}

function isVerified(data: unknown): data is Verified & { readonly trials: string } {
  if (typeof data !== "object" || data === null) return false;
  const { formatVersion, trials, outcome, retrained, differences } = data as Record<string, unknown>;
  return (
    formatVersion === FORMAT_VERSION &&
    typeof trials === "string" &&
    ["identical", "within tolerance", "differs"].some((known) => known === outcome) &&
    Number.isInteger(retrained) &&
    Array.isArray(differences) &&
    differences.every(isDistance)
  );
}

function isDistance(data: unknown): data is MetricDistance {
  if (typeof data !== "object" || data === null) return false;
  const { metric, distance } = data as Record<string, unknown>;
  return typeof metric === "string" && typeof distance === "number";
}
