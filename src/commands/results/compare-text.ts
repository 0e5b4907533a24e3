import { escapeMarkdown, withoutMentions } from "../../report/markdown.ts";
import { tableMarkdown } from "../../report/tables/render-table.ts";
import { tableText } from "../../terminal/table-text.ts";
import type { Screen } from "../../terminal/screen.ts";
import type { BoardComparison, ResultsComparison } from "../../results/changes/board-comparison.ts";
import { metricText } from "../../results/metric-text.ts";
import { compareSections } from "./compare-sections.ts";

/** Returns a comparison for a screen. @param titles The two sides. */
export function compareText(
  comparison: ResultsComparison,
  titles: readonly [string, string],
  screen: Screen,
): string {
  const { bold } = screen.paint;
  const sections = compareSections(comparison).map(({ title, view, more }) => {
    const lines = [tableText(view, screen), ...(more > 0 ? [`... and ${more} more`] : [])];
    return [...(title === "" ? [] : [bold(title)]), ...lines].join("\n");
  });
  const heading = [bold(titles.join(" -> ")), measuredBy(comparison)].join("\n");
  return `${[heading, ...sections].join("\n\n")}\n`;
}

/** Returns a comparison as Markdown, for a pull request. @param titles The two sides. */
export function compareMarkdown(comparison: ResultsComparison, titles: readonly [string, string]): string {
  return withoutMentions(`### ${escapeMarkdown(titles.join(" → "))}\n\n${comparisonMarkdown(comparison)}\n`);
}

/** Returns the tables of a comparison as Markdown. */
export function comparisonMarkdown(comparison: ResultsComparison): string {
  const sections = compareSections(comparison).flatMap(({ title, view, more }) => {
    const caption = title === "" ? [] : [`**${title.slice(0, 1).toUpperCase()}${title.slice(1)}**`];
    return [...caption, tableMarkdown(view).trimEnd(), ...(more > 0 ? [`and ${more} more`] : [])];
  });
  return [measuredBy(comparison), ...sections].join("\n\n");
}

function measuredBy(comparison: BoardComparison): string {
  const { objective } = comparison;
  return `${metricText(objective.metric, comparison)} at the ${objective.at} epoch`;
}
