import type { PageConfiguration, PageData } from "../../report/page/page-data.ts";
import type { TableColumn } from "./table-column.ts";

/** Returns a table's column for each column of the experiment. */
export function columnColumns<Row>(
  { columns, configurations }: PageData,
  configurationOf: (row: Row) => PageConfiguration,
): TableColumn<Row>[] {
  return columns.map(({ path, label }, i) => ({
    key: path,
    heading: label,
    isNumeric: configurations.every(({ values }) => typeof values[i] !== "string"),
    textOf: (row) => String(configurationOf(row).values[i] ?? ""),
    orderOf: (row) => configurationOf(row).values[i] ?? null,
  }));
}
