import { plainTable } from "../../terminal/plain-table.ts";
import { lineAndColumn } from "../../spec/source-text.ts";
import type { RuleCount } from "../../spec/sweep.ts";
import type { Plan } from "../../trials/plan.ts";

/** Returns a row for each rule of the grid: its line and its effect; empty without rules. */
export function rulesTable({ experiment, duplicates }: Plan): string {
  const rows = experiment.sweep.counts.map((count) => [
    [count.rule, count.name].filter((word) => word !== undefined).join(" "),
    placeText(count, experiment.file),
    effectText(count),
  ]);
  if (duplicates.length > 0) rows.push(["equal trials", "", `${duplicates.length} skipped`]);
  if (rows.length === 0) return "";
  return plainTable([["rule", "line", ""], ...rows], ["left", "right", "left"]);
}

/** The file is named where it is not the experiment's own. */
function placeText({ place }: RuleCount, file: string): string {
  const { line } = lineAndColumn(place);
  return place.source.file === file ? String(line) : `${place.source.file}:${line}`;
}

function effectText({ rule, count }: RuleCount): string {
  switch (rule) {
    case "search":
      return `draws ${count}`;
    case "zip":
      return `${count} values`;
    case "variants":
      return `${count} configurations`;
    case "when":
      return `sets values in ${count}`;
    case "exclude":
      return `excludes ${count}`;
    case "include":
      return `adds ${count}`;
    default:
      return rule satisfies never;
  }
}
