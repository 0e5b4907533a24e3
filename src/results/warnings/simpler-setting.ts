import { settingText } from "../setting-text.ts";
import type { ConfigurationResult, Warning, Findings } from "../results.ts";
import { winnersOf } from "../winners.ts";

/** Warns when a setting with fewer parameters is indistinguishable from the best one. */
export function simplerSetting({ columns, leaderboard }: Findings): Warning[] {
  return winnersOf(leaderboard).flatMap(({ configuration, condition }) => {
    const close = leaderboard.filter((other) => other.condition === condition && isClose(other));
    return simplerThan(
      configuration,
      close.map((standing) => standing.configuration),
      columns,
    );
  });
}

/** Returns whether a tie is known or possible; not where the spread is unknown. */
function isClose({ toBest }: Findings["leaderboard"][number]): boolean {
  return toBest?.verdict === "tie" || (toBest?.verdict === "undecided" && toBest.interval !== null);
}

function simplerThan(
  best: ConfigurationResult,
  close: readonly ConfigurationResult[],
  columns: Findings["columns"],
): Warning[] {
  const simplest = close.reduce(
    (least, other) => (other.parameters < least.parameters ? other : least),
    best,
  );
  if (simplest === best) return [];
  const message =
    `A simpler setting (${settingText(simplest, columns)}; ${simplest.parameters} parameters) may be as good as the ` +
    `best one (${settingText(best, columns)}; ${best.parameters} parameters). ` +
    "Prefer the simpler one, or raise replicates to distinguish them.";
  return [{ code: "simplerSetting", message }];
}
