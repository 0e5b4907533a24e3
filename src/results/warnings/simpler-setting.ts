import { settingText } from "../setting-text.ts";
import type { Warning } from "../results.ts";
import type { Findings } from "./findings.ts";

/** Warns when a setting with fewer parameters cannot be told from the best one. */
export function simplerSetting({ columns, best, leaderboard }: Findings): Warning[] {
  if (!best) return [];
  const simplest = leaderboard
    .filter(({ tiesWithBest }) => tiesWithBest)
    .map(({ configuration }) => configuration)
    .reduce((least, tied) => (tied.parameters < least.parameters ? tied : least), best);
  if (simplest === best) return [];
  const message =
    `The best setting (${settingText(best, columns)}; ${best.parameters} parameters) is not separable from a ` +
    `simpler one (${settingText(simplest, columns)}; ${simplest.parameters} parameters). ` +
    "Prefer the simpler one, or raise replicates to tell them apart.";
  return [{ code: "simplerSetting", message }];
}
