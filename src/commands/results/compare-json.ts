import type {
  ResultsComparison,
  ComparedSetting,
  LoneSetting,
} from "../../results/changes/board-comparison.ts";
import type { Setting } from "../../results/changes/board-settings.ts";
import { jsonText } from "../../text/json-text.ts";

/** Returns a comparison as JSON with all digits. @param titles The two sides. */
export function compareJson(
  comparison: ResultsComparison,
  [before, after]: readonly [string, string],
): string {
  const { objective, changes, identical, changed, added, removed, files } = comparison;
  const data = {
    before,
    after,
    objective,
    changes,
    changed: changed.map(comparedData),
    added: added.map(loneData),
    removed: removed.map(loneData),
    identical: identical.map(comparedData),
    files,
  };
  return `${jsonText(data, 2)}\n`;
}

function comparedData({ setting, before, after, statistics, difference, trials }: ComparedSetting): object {
  return {
    values: valuesData(setting),
    before: { configuration: before.index, ...statistics.before },
    after: { configuration: after.index, ...statistics.after },
    difference,
    trials: trials.map((pair) => ({
      replicate: pair.replicate,
      before: pair.before.trial.id,
      after: pair.after.trial.id,
      identical: pair.isIdentical,
    })),
  };
}

function loneData({ setting, configuration }: LoneSetting): object {
  const { index, objective } = configuration;
  return { values: valuesData(setting), configuration: index, ...objective };
}

/** As in summary.json: no key depends on a value. */
function valuesData(setting: Setting): object[] {
  return [...setting].map(([path, value]) => ({ path, value }));
}
