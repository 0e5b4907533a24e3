import { tableText } from "../../terminal/table-text.ts";
import { rowData, tableCsv, tableMarkdown, type TableView } from "../../report/tables/render-table.ts";
import type { Screen } from "../../terminal/screen.ts";
import type { Board } from "../../results/board.ts";
import { jsonText } from "../../text/json-text.ts";

/** Yields rows in a form, in pieces. @param kind The key of their list in JSON. */
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

/** Yields the JSON of an object with a list of rows, so that not all of its text is in memory at once. */
function* jsonPieces<Row>(
  view: TableView<Row>,
  kind: string,
  { experiment: { name, tags, notes, objective } }: Board,
): Generator<string> {
  const about = { name, ...(tags && { tags }), ...(notes !== undefined && { notes }) };
  const empty = jsonText({ ...about, objective, [kind]: [] }, 2);
  yield empty.slice(0, empty.lastIndexOf("]"));
  for (const [i, row] of view.rows.entries())
    yield `${i === 0 ? "" : ","}\n    ${jsonText(rowData(view, row), 2).replaceAll("\n", "\n    ")}`;
  yield `${view.rows.length === 0 ? "" : "\n  "}]\n}\n`;
}

/** Cuts a text after lines, because streams copy what they receive. */
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

/** Returns the form of output that options select. */
export function formOf({ json, csv, md }: Pick<ShowOptions, "json" | "csv" | "md">): Form {
  if (json) return "json";
  if (csv) return "csv";
  return md ? "md" : "text";
}

/** Options of the command line. */
export interface ShowOptions {
  /** Folder with the results of experiments. */
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
