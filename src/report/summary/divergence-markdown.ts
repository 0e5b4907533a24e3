import type { Results } from "../../results/results.ts";
import { settingText } from "../../results/setting-text.ts";
import { lengthUnit } from "../../results/length-unit.ts";
import { epochsText } from "../status-text.ts";
import { escapeMarkdown } from "../markdown.ts";

const WHAT_HAPPENED = {
  epoch:
    "a parameter or a loss became infinite or NaN, or the loss exceeded 1,000 times that of the untrained network.",
  step: "the point or the value became infinite or NaN, the value rose by more than 1,000 times the value at the start (or by 1,000), or it fell without bound.",
};
const MOST_LINES = 20;

/** Returns the section on the trials that diverged and when; empty where none did. */
export function divergenceMarkdown(results: Results): string {
  const { configurations, columns, trials } = results;
  const unit = lengthUnit(results);
  const diverged = configurations.filter(({ divergedEpochs }) => divergedEpochs.length > 0);
  if (diverged.length === 0) return "";
  const count = diverged.reduce((sum, { divergedEpochs }) => sum + divergedEpochs.length, 0);
  const lines = diverged.slice(0, MOST_LINES).map((configuration) => {
    const { divergedEpochs, trials } = configuration;
    const setting = escapeMarkdown(settingText(configuration, columns));
    return `- ${setting}: ${divergedEpochs.length} of ${trials.length}, at ${epochsText(divergedEpochs, unit)}`;
  });
  const more = diverged.length - MOST_LINES;
  return [
    "## Diverged trials",
    `${count} of ${trials.length} trials: ${WHAT_HAPPENED[unit]}`,
    lines.join("\n"),
    ...(more > 0 ? [`trials.csv has the other ${more} settings.`] : []),
  ].join("\n\n");
}
