import {
  tableCsv,
  tableData,
  tableMarkdown,
  tableText,
  type TableView,
} from "../../report/tables/render-table.ts";
import type { Screen } from "../../report/terminal/screen.ts";
import type { Board } from "../../results/board.ts";
import { jsonText } from "../../text/json-text.ts";
import type { ShowOptions } from "./show-options.ts";

/** Returns rows in the form that is asked for. @param kind What rows are: the key of their list in JSON. */
export function renderView<Row>(
  view: TableView<Row>,
  kind: "settings" | "trials",
  { experiment }: Board,
  { form, screen }: { form: Form; screen: Screen },
): string {
  switch (form) {
    case "csv":
      return tableCsv(view);
    case "md":
      return tableMarkdown(view);
    case "json":
      return `${jsonText({ name: experiment.name, objective: experiment.objective, [kind]: tableData(view) }, 2)}\n`;
    case "text":
      return `${tableText(view, screen)}\n`;
    default:
      return form satisfies never;
  }
}

/** How a table is written. */
export type Form = "text" | "json" | "csv" | "md";

/** Returns the form that options ask for. */
export function formOf({ json, csv, md }: Pick<ShowOptions, "json" | "csv" | "md">): Form {
  if (json) return "json";
  if (csv) return "csv";
  return md ? "md" : "text";
}
