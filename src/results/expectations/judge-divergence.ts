import type { DivergenceClaim } from "../../spec/expectation.ts";
import { listText } from "../list-text.ts";
import { settingText } from "../setting-text.ts";
import type { Judgement, Subject } from "./judgement.ts";

const MOST_SETTINGS = 3;

/** Returns whether as many replicates diverge as claimed; "some" and "every" are asked of all configurations together. */
export function judgeDivergence({ diverged }: DivergenceClaim, subject: Subject): Judgement {
  const { configurations, columns } = subject;
  const trials = configurations.reduce((sum, configuration) => sum + configuration.trials.length, 0);
  const count = configurations.reduce((sum, { divergedEpochs }) => sum + divergedEpochs.length, 0);
  const holds = diverged === "none" ? count === 0 : diverged === "some" ? count > 0 : count === trials;
  const others = configurations.filter(({ divergedEpochs, trials }) => {
    return diverged === "none" ? divergedEpochs.length > 0 : divergedEpochs.length < trials.length;
  });
  const found = `${count} of ${trials} diverge`;
  if (holds || count === 0 || columns.length === 0) return { holds, found };
  const settings = others.map((configuration) => settingText(configuration, columns));
  return {
    holds,
    found: `${found}${diverged === "none" ? ":" : "; not"} ${listText(settings, MOST_SETTINGS)}`,
  };
}
