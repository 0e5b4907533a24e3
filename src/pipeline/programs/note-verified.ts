import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { writeWhole } from "../../files/write-whole.ts";
import { withDeterminism } from "../../report/summary/determinism-item.ts";
import { metricDistances } from "../../results/changes/tolerance.ts";
import type { MetricDistance, Results, Verified } from "../../results/results.ts";
import { VERIFIED_FILE, verifiedText } from "../../results/verified.ts";

/** What is compared, and what the comparison by the experiment's own rule was. */
type Compared = Parameters<typeof metricDistances>[0] & { readonly isAlike: boolean };

/** Returns what a comparison of trials that ran again with their rows says of a program. @param retrained How many ran. */
export function verifiedBy(compared: Compared, retrained: number): Verified {
  const differences = (metricDistances(compared) ?? []).map(({ metric, distance }): MetricDistance => ({
    metric,
    distance,
  }));
  const isIdentical = compared.isAlike && differences.length === 0;
  const outcome = isIdentical ? "identical" : compared.isAlike ? "within tolerance" : "differs";
  return { outcome, retrained, differences };
}

/** Writes what was found beside the tables, and into the summary: later reports of the same trials show it, too. */
export async function noteVerified(folder: string, results: Results, verified: Verified): Promise<void> {
  const file = join(folder, "summary.md");
  const summary = await readFile(file, "utf8").catch(() => undefined);
  await writeWhole(join(folder, VERIFIED_FILE), verifiedText(results, verified));
  if (summary !== undefined) await writeWhole(file, withDeterminism(summary, verified));
}
