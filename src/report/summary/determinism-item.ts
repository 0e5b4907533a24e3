import { distancesText } from "../../results/verified.ts";
import type { Verified } from "../../results/results.ts";
import { counted } from "../../text/counted.ts";
import { escapeMarkdown } from "../markdown.ts";

const START = "- Determinism: ";
const ITEM = new RegExp(`^${START}.*$`, "m");

/** Returns the line of summary.md that says whether trials end the same when they run again. */
export function determinismItem(verified: Verified | undefined): string {
  if (!verified) return `${START}not verified yet (\`gridient verify\` runs trials again)`;
  const { outcome, retrained, differences } = verified;
  const distances = differences.length === 0 ? "" : `; ${distancesText(differences)}`;
  return `${START}${outcome}: ${counted(retrained, "trial")} ran again${escapeMarkdown(distances)}`;
}

/** Returns summary.md with that line replaced. */
export function withDeterminism(summary: string, verified: Verified): string {
  return summary.replace(ITEM, () => determinismItem(verified));
}
