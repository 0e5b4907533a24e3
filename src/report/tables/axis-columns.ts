import type { Board, BoardConfiguration } from "../../results/board.ts";
import { axisName, shownText } from "../../results/setting-text.ts";
import { statedValue } from "../../results/stated-value.ts";
import type { TableColumn } from "./table-column.ts";

/** Returns the columns that distinguish settings. @param configurationOf Returns the configuration of a row. */
export function axisColumns<Row>(
  { columns }: Pick<Board, "columns">,
  configurationOf: (row: Row) => BoardConfiguration,
): TableColumn<Row>[] {
  return columns.map(({ path }, i) => {
    const valueIn = (row: Row) => configurationOf(row).values[i] ?? null;
    return {
      key: path,
      heading: axisName(path, columns),
      isAxis: true,
      textOf: (row) => shownText(valueIn(row)),
      valueOf: (row) => {
        const value = valueIn(row);
        return value === null ? null : statedValue(value);
      },
    };
  });
}
