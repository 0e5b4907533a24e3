import type { ColumnEncoding, TargetColumn } from "../../data/table/encoding.ts";
import { partText } from "../../model/inputs/part-text.ts";
import { scoreKind, type InputEncoding } from "../../model/model.ts";
import { digits } from "../../results/figure-text.ts";
import { listText } from "../../results/list-text.ts";
import { escapeMarkdown, markdownTable } from "../markdown.ts";
import type { Uncarded } from "./card-facts.ts";

/** Values listed in one sentence: the model's file has all of them. */
const MOST_VALUES = 20;

/** Returns the sections on inputs and outputs. */
export function interfaceMarkdown(model: Uncarded): string {
  return `## Inputs\n\n${inputsText(model.inputs)}\n\n## Outputs\n\n${targetText(model)}`;
}

function inputsText(inputs: InputEncoding): string {
  switch (inputs.kind) {
    case "columns":
      return markdownTable(
        ["column", "encoding", "missing values", "inputs:"],
        inputs.columns.map(columnRow),
      );
    case "pixels": {
      const { height, width, channels } = inputs;
      const order = channels > 1 ? `, ${channels} channels each` : "";
      return `Images of ${height} x ${width} pixels${order}: bytes, row by row from the top.`;
    }
    case "numbers":
      return `${inputs.count} numbers, not scaled.`;
    default:
      return inputs satisfies never;
  }
}

function columnRow(encoding: ColumnEncoding): string[] {
  const name = escapeMarkdown(encoding.column);
  const filled = encoding.missing === undefined ? "not allowed" : `replaced by ${shown(encoding.missing)}`;
  if (encoding.kind === "category") {
    const { categories, other } = encoding;
    const others = other === undefined ? "" : `; any other value counts as ${shown(other)}`;
    return [name, `one of ${valuesText(categories)}${others}`, filled, String(categories.length)];
  }
  const { center, scale } = encoding;
  const part = partText(encoding);
  const what = part === undefined ? "a number" : escapeMarkdown(part);
  return [name, `${what}, (x - ${digits(center, 4)}) / ${digits(scale, 4)}`, filled, "1"];
}

function targetText(model: Uncarded): string {
  const { target } = model;
  if (target.kind === "numbers") return `${target.columns.map(unitText).join("; ")}.`;
  const { column, classes } = target;
  const scores =
    scoreKind(model) === "probability"
      ? "with a probability for each"
      : "with a score for each; scores are not probabilities and do not add up to 1";
  return `${escapeMarkdown(column)}, one of ${classes.length} classes: ${valuesText(classes)}; ${scores}.`;
}

function unitText({ column, center, scale }: TargetColumn): string {
  return `${escapeMarkdown(column)}, a number: ${digits(center, 4)} + ${digits(scale, 4)} times the output`;
}

function valuesText(values: readonly string[]): string {
  return listText(values.map(shown), MOST_VALUES);
}

function shown(value: string | number): string {
  return typeof value === "number" ? digits(value, 4) : escapeMarkdown(JSON.stringify(value));
}
