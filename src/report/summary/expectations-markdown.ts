import type { Results } from "../../results/results.ts";
import { expectationsText } from "../expectations-text.ts";
import { escapeMarkdown, markdownTable } from "../markdown.ts";

/** Returns the section on what the results must show, and whether they do; empty where nothing is expected. */
export function expectationsMarkdown({ expectations }: Pick<Results, "expectations">): string {
  if (expectations.length === 0) return "";
  const rows = expectations.map(({ expectation, expected, holds, found }) => [
    escapeMarkdown(expectation.because ?? ""),
    escapeMarkdown(expected),
    escapeMarkdown(found),
    holds === undefined ? "not judged" : holds ? "yes" : "**no**",
  ]);
  return [
    "## What this experiment must show",
    `${expectationsText(expectations)}.`,
    markdownTable(["lesson", "expected", "found", "holds"], rows),
  ].join("\n\n");
}
