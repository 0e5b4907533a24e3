import type { Column, ColumnValue } from "../spec/sweep.ts";
import type { BoardConfiguration } from "./board.ts";
import { oneLine } from "../text/visible-text.ts";
import { valueText } from "./value-text.ts";

type Named = Pick<Column, "path">;

/** Returns the last word of a dotted path where no other column ends in it, else the whole path. */
export function axisName(path: string, columns: readonly Named[]): string {
  const lastWord = (dotted: string): string => dotted.slice(dotted.lastIndexOf(".") + 1);
  const namesakes = columns.filter((column) => lastWord(column.path) === lastWord(path));
  return namesakes.length > 1 ? path : lastWord(path);
}

/** Returns what sets a configuration apart in its grid: "eta = 0.3, hidden = [30]"; without columns, "the only setting". */
export function settingText(
  { values }: Pick<BoardConfiguration, "values">,
  columns: readonly Named[],
): string {
  if (columns.length === 0) return "the only setting";
  const settings = columns.flatMap(({ path }, i) => {
    const value = values[i] ?? null;
    return value === null ? [] : pairText(axisName(path, columns), value);
  });
  return settings.join(", ");
}

function pairText(name: string, value: ColumnValue): string {
  return typeof value === "object" && "together" in value
    ? shownText(value)
    : `${name} = ${shownText(value)}`;
}

/** Returns a column's value for people, in one line: that of a zip group as "batchSize = 16, epochs = 20", else as in tables. */
export function shownText(value: ColumnValue | null): string {
  if (typeof value !== "object" || value === null || !("together" in value)) return oneLine(valueText(value));
  const fields = Object.entries(value.together).map(([path, own]) => ({ path, own }));
  return fields.map(({ path, own }) => `${axisName(path, fields)} = ${valueText(own)}`).join(", ");
}
