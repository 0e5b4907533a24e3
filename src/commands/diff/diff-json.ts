import { jsonText } from "../../text/json-text.ts";
import type { ComparedConfiguration } from "../../trials/compare-plans.ts";
import type { Difference } from "./difference.ts";

/** Returns a difference as JSON: every trial by its id. @param titles The two sides. */
export function diffJson(difference: Difference, [before, after]: readonly [string, string]): string {
  const { changes, costs, added, removed, unchanged } = difference;
  const lists = {
    added: added.map(configurationData),
    removed: removed.map(configurationData),
    unchanged: unchanged.map(({ id }) => id),
  };
  return `${jsonText({ before, after, costs, changes, ...lists }, 2)}\n`;
}

function configurationData({ trials }: ComparedConfiguration): object {
  return {
    ...trials[0]!.configuration,
    trials: trials.map(({ id, replicate }) => ({ id, replicate })),
  };
}
