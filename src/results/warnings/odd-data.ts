import type { Warning } from "../results.ts";

/** More would hide the results; `data describe` lists all of them. */
const MOST = 10;

/** Warns of oddities in the data: columns that reveal the answer, ids, numbers that were read as texts. */
export function oddData(sentences: readonly string[]): Warning[] {
  const shown = sentences.length > MOST ? sentences.slice(0, MOST - 1) : sentences;
  const warnings = shown.map((sentence): Warning => ({
    code: "oddData",
    message: `Data: ${sentence}${sentence.endsWith("?") ? "" : "."}`,
  }));
  const rest = sentences.length - shown.length;
  if (rest === 0) return warnings;
  return [
    ...warnings,
    {
      code: "oddData",
      message: `Data: ${rest} more like these. Run gridient data describe FILE to list them.`,
    },
  ];
}
