import type { TableView } from "../report/tables/render-table.ts";
import { fitTable, type FittedColumn } from "./fit-table.ts";
import type { Screen } from "./screen.ts";

/** Returns a table for a screen, its figures for people. */
export function tableText<Row>({ columns, rows }: TableView<Row>, screen: Screen): string {
  const fitted = columns.map(({ heading, side = "right", isAxis, isMinor, textOf }, i): FittedColumn => {
    const column = { heading, side, cells: rows.map(textOf), dispensable: isMinor ? i : undefined };
    return isAxis ? { ...column, tooLong: "cut" } : column;
  });
  return fitTable(fitted, screen);
}
