import {
  rowData,
  tableCsv,
  tableMarkdown,
  tableText,
  type TableView,
} from "../../report/tables/render-table.ts";
import type { Screen } from "../../report/terminal/screen.ts";
import type { Board } from "../../results/board.ts";
import { jsonText } from "../../text/json-text.ts";

/** Yields rows in the form that is asked for, in pieces. @param kind What rows are: the key of their list in JSON. */
export function* renderView<Row>(
  view: TableView<Row>,
  kind: "settings" | "trials",
  board: Board,
  { form, screen }: { form: Form; screen: Screen },
): Generator<string> {
  switch (form) {
    case "csv":
      return yield* tableCsv(view);
    case "md":
      return yield tableMarkdown(view);
    case "json":
      return yield* jsonPieces(view, kind, board);
    case "text":
      yield* pieces(tableText(view, screen));
      return yield "\n";
    default:
      return form satisfies never;
  }
}

/** The JSON of one object with a list of rows, without having them all as text. */
function* jsonPieces<Row>(
  view: TableView<Row>,
  kind: string,
  { experiment: { name, objective } }: Board,
): Generator<string> {
  const empty = jsonText({ name, objective, [kind]: [] }, 2);
  yield empty.slice(0, empty.lastIndexOf("]"));
  for (const [i, row] of view.rows.entries())
    yield `${i === 0 ? "" : ","}\n    ${jsonText(rowData(view, row), 2).replaceAll("\n", "\n    ")}`;
  yield `${view.rows.length === 0 ? "" : "\n  "}]\n}\n`;
}

/** Cuts a text behind lines: whatever passes it on makes copies of what it gets. */
function* pieces(text: string): Generator<string> {
  for (let at = 0; at < text.length;) {
    const end = text.indexOf("\n", at + PIECE) + 1 || text.length;
    yield text.slice(at, end);
    at = end;
  }
}

const PIECE = 100_000;

/** How a table is written. */
export type Form = "text" | "json" | "csv" | "md";

/** Returns the form that options ask for. */
export function formOf({ json, csv, md }: Pick<ShowOptions, "json" | "csv" | "md">): Form {
  if (json) return "json";
  if (csv) return "csv";
  return md ? "md" : "text";
}

/** Options of the command line. */
export interface ShowOptions {
  /** Folder in which the results of experiments are looked for. */
  readonly out: string;
  /** Name of a metric. */
  readonly sort?: string;
  readonly top?: number;
  readonly columns?: readonly string[];
  /** One row for each trial. */
  readonly trials?: boolean;
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly md?: boolean;
}
