import type { Results } from "../../results/results.ts";
import { settingText } from "../../results/setting-text.ts";
import { epochsText } from "../epochs-text.ts";
import { escapeMarkdown } from "../markdown.ts";

const MOST_LINES = 20;

/** Returns the section on what diverged, and in which epoch; empty where nothing did. */
export function divergenceMarkdown({ configurations, columns, trials }: Results): string {
  const diverged = configurations.filter(({ divergedEpochs }) => divergedEpochs.length > 0);
  if (diverged.length === 0) return "";
  const count = diverged.reduce((sum, { divergedEpochs }) => sum + divergedEpochs.length, 0);
  const lines = diverged.slice(0, MOST_LINES).map((configuration) => {
    const { divergedEpochs, trials } = configuration;
    const setting = escapeMarkdown(settingText(configuration, columns));
    return `- ${setting}: ${divergedEpochs.length} of ${trials.length}, at ${epochsText(divergedEpochs)}`;
  });
  const more = diverged.length - MOST_LINES;
  return [
    "## What diverged",
    `${count} of ${trials.length} trials: a parameter or a loss was no longer finite, or the loss exceeded 1,000 times that of the untrained network.`,
    lines.join("\n"),
    ...(more > 0 ? [`${more} more settings are in trials.csv.`] : []),
  ].join("\n\n");
}
