import type { FieldValue } from "../fields/tables/field.ts";
import type { Column, ColumnValue } from "../spec/sweep.ts";
import type { BoardConfiguration } from "./board.ts";
import { oneLine } from "../text/visible-text.ts";
import { isNamed, namedText } from "./named-text.ts";
import { statedValue } from "./stated-value.ts";
import { valueText } from "./value-text.ts";

type Named = Pick<Column, "path">;

/** Returns the last word of a dotted path where no other column ends with that word, else the whole path. */
export function axisName(path: string, columns: readonly Named[]): string {
  const lastWord = (dotted: string): string => dotted.slice(dotted.lastIndexOf(".") + 1);
  const namesakes = columns.filter((column) => lastWord(column.path) === lastWord(path));
  return namesakes.length > 1 ? path : lastWord(path);
}

/** Returns what distinguishes a configuration in its grid: "eta = 0.3, hidden = [30]"; without columns, "the only setting". */
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

/** Returns a column's value for people, in one line: that of a zip group as "batchSize = 16, epochs = 20", data sets as they are named. */
export function shownText(value: ColumnValue | null): string {
  if (value === null) return "";
  if (typeof value !== "object" || !("together" in value)) return fieldText(value);
  const fields = Object.entries(value.together).map(([path, own]) => ({ path, own }));
  return fields.map(({ path, own }) => `${axisName(path, fields)} = ${fieldText(own)}`).join(", ");
}

function fieldText(value: FieldValue): string {
  const stated = statedValue(value);
  return oneLine(isNamed(stated) ? namedText(stated) : valueText(value));
}
