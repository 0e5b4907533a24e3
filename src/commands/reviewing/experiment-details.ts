import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ReviewedResults } from "../../pipeline/read-results.ts";
import { answerOf } from "../../report/summary/answer.ts";
import { detailsMarkdown } from "../../report/summary/details-markdown.ts";
import { markdownTable, plainMarkdown, withoutMentions } from "../../report/markdown.ts";
import type { Board } from "../../results/board.ts";
import { capitalized, counted } from "../../text/counted.ts";
import { durationText } from "../../text/quantity-text.ts";
import { differenceMarkdown } from "../planning/diff-text.ts";
import type { Difference } from "../planning/difference.ts";
import { countText } from "../planning/outlook.ts";
import { comparisonMarkdown } from "../results/compare-text.ts";
import { bestChangeOf } from "./best-change.ts";
import type { Links } from "./links.ts";
import type { Review } from "./review-experiment.ts";

/**
 * Returns what changed in one experiment: its cost, and folded the specs, the results and the curves.
 *
 * @param isOnly Without a heading, and the curves are not folded.
 */
export function experimentDetails(review: Review, links: Links, isOnly: boolean): string {
  const { experiment, difference, results, isStale } = review;
  const curves = curvesMarkdown(review, links);
  const sections = [
    isOnly ? "" : `#### ${plainMarkdown(experiment.name)}`,
    isStale
      ? "The results here were regenerated, because the committed ones are not up to date: sweep, and commit them."
      : "",
    [reasonText(results), costText(difference)].filter((sentence) => sentence !== "").join(" "),
    isOnly ? curves : "",
    specMarkdown(difference),
    results ? detailsMarkdown("What changes in the results", ...resultsMarkdown(review)) : "",
    isOnly || curves === "" ? "" : detailsMarkdown("The curves", curves),
    filesText(review, links),
  ];
  return sections.filter((section) => section !== "").join("\n\n");
}

function reasonText(results: ReviewedResults | undefined): string {
  if (!results) return "";
  const { outcome, reason } = bestChangeOf(results);
  return outcome === "same" ? "" : plainMarkdown(capitalized(`${reason}.`));
}

/** Returns what the change trains, and its cost on this machine where it is known. */
function costText(difference: Difference | undefined): string {
  if (!difference) return "The spec before the change cannot be read.";
  const { added, removed, unchanged } = difference.costs;
  if (added.trials + removed.trials === 0) return "";
  const work =
    added.trials === 0 || added.seconds === null
      ? ""
      : ` (${countText(added.multiplyAdds)} multiply-adds, ${durationText(added.seconds)} on this machine)`;
  return `The change trains ${counted(added.trials, "new trial")}${work}, drops ${removed.trials} and keeps ${unchanged.trials}.`;
}

/** Returns the tables of what changes in the spec, if something does. */
function specMarkdown(difference: Difference | undefined): string {
  if (!difference) return "";
  const { added, removed, changes } = difference;
  if (added.length + removed.length + changes.length === 0) return "";
  return detailsMarkdown("What changes in the spec", withoutMentions(differenceMarkdown(difference)));
}

/** Returns the answer of results, with what ties with the best or may be as good. */
export function answerText(board: Board): string {
  const { emphasized, rest, uncertain = [] } = answerOf(board);
  return [`${emphasized}${rest}`, ...uncertain].map(plainMarkdown).join(" ");
}

/** Returns what the results say before and after the change, and the tables of all settings. */
function resultsMarkdown({ results }: Review): string[] {
  if (!results) return [];
  const { boards, comparison } = results;
  const sides = Object.entries(boards).map(([side, board]) => `- ${capitalized(side)}: ${answerText(board)}`);
  return [sides.join("\n"), withoutMentions(comparisonMarkdown(comparison))];
}

/** Returns the pictures of the curves, side by side where both are there; none where the committed ones are not up to date. */
function curvesMarkdown({ experiment, folder, curves, isStale }: Review, links: Links): string {
  if (!curves || isStale) return "";
  const image = (side: "before" | "after"): string[] => {
    const address = links.picture(`${folder}/${curves.path}`, side);
    return address === undefined
      ? []
      : [`![Curves of ${plainMarkdown(experiment.name)} ${side} the change](${address})`];
  };
  const [before, after] = [curves.isOld ? image("before") : [], image("after")];
  return before.length === 0 ? after.join("") : markdownTable(["before", "after"], [[...before, ...after]]);
}

function filesText({ experiment, folder }: Review, links: Links): string {
  const tables = ["summary.md", "trials.csv", "epochs.csv"].filter((name) => existsSync(join(folder, name)));
  const files = [
    `[${plainMarkdown(experiment.file)}](${links.page(experiment.file)})`,
    ...tables.map((name) => `[${name}](${links.page(`${folder}/${name}`)})`),
  ];
  return files.join(" · ");
}
