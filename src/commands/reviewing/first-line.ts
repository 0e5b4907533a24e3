import { plainMarkdown } from "../../report/markdown.ts";
import { groupBy } from "../../results/group-by.ts";
import { counted } from "../../text/counted.ts";
import type { Case } from "../verdicts/verdict.ts";
import { bestChangeOf, type Outcome } from "./best-change.ts";
import { answerText } from "./experiment-details.ts";
import type { Review } from "./review-experiment.ts";

/** Returns the answer: whether a check fails, and what became of the best results. */
export function firstLine(reviews: readonly Review[], removed: readonly string[]): string {
  const cases = reviews.flatMap((one) => one.cases);
  const mark = cases.some(hasFailed) ? "❌" : cases.length > 0 ? "✅" : "";
  const sentences = [mark, failureText(cases), changeText(reviews, removed), passedText(cases)];
  return sentences.filter((sentence) => sentence !== "").join(" ");
}

function failureText(cases: readonly Case[]): string {
  const failed = cases.filter(hasFailed).length;
  return failed === 0 ? "" : `**${counted(failed, "check fails", "checks fail")}.**`;
}

function passedText(cases: readonly Case[]): string {
  const passed = cases.filter(({ status }) => status === "passed").length;
  if (passed === 0 || cases.some(hasFailed)) return "";
  return passed === 1 ? "The check passes." : `All ${passed} checks pass.`;
}

function changeText(reviews: readonly Review[], removed: readonly string[]): string {
  const changed = reviews.filter(isChanged);
  const [only] = changed;
  const lost =
    removed.length > 0
      ? ` ${removed.length === 1 ? "An experiment is" : "Experiments are"} removed: ${removed.map(plainMarkdown).join(", ")}.`
      : "";
  if (!only) return `**No trial and no result changes** (${counted(reviews.length, "experiment")}).${lost}`;
  if (changed.length === 1) return `${sentenceOf(only)}${lost}`;
  const counts = [...groupBy(changed, wordOf)].map(([word, { length }]) => `${length} ${word}`);
  return `**${changed.length} of ${counted(reviews.length, "experiment")} change**: ${counts.join(", ")}.${lost}`;
}

const PHRASES: Readonly<Record<Outcome, string>> = {
  better: "gets better",
  worse: "gets worse",
  tie: "stays as good as it was (a tie)",
  "not better": "does not get better",
  undecided: "may have changed (undecided)",
  same: "keeps its best result",
};

function sentenceOf(review: Review): string {
  const name = plainMarkdown(review.experiment.name);
  if (review.isNew) return `**${name} is new.**${review.board ? ` ${answerText(review.board)}` : ""}`;
  if (!review.results) return `**${name} changes**, but ${plainMarkdown(review.missing)}.`;
  const { outcome, measure, before, after, difference, pairs } = bestChangeOf(review.results);
  const figures = [before, after].map(plainMarkdown);
  const paired = pairs > 0 ? ` in ${counted(pairs, "pair")}` : "";
  const change =
    outcome === "same" ? figures[1] : `${figures.join(" → ")} (${plainMarkdown(difference)}${paired})`;
  return `**${name} ${PHRASES[outcome]}**: ${plainMarkdown(measure)} ${change}.`;
}

/** Returns the verdict on a changed experiment in one word or two. */
export function wordOf({ isNew, results }: Review): string {
  if (isNew) return "new";
  return results ? bestChangeOf(results).outcome : "not compared";
}

/** Returns whether the change reaches the trials or the results of an experiment. */
export function isChanged({ isNew, difference, results, isOneSided }: Review): boolean {
  if (isNew || !difference || isOneSided) return true;
  const { added, removed, changes } = difference;
  const { comparison } = results ?? {};
  const lists: (readonly unknown[])[] = [added, removed, changes];
  if (comparison)
    lists.push(
      comparison.changes,
      comparison.changed,
      comparison.added,
      comparison.removed,
      comparison.files,
    );
  return lists.some((list) => list.length > 0);
}

/** Returns whether a check has failed. */
export function hasFailed({ status }: Case): boolean {
  return status === "failed";
}
