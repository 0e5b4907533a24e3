import type { DatasetSource } from "../source.ts";
import { encodeTable } from "./encode-table.ts";
import { prepareTable } from "./prepare-table.ts";
import type { TableOptions } from "./table-options.ts";

const VERSION = 1;

/** Tables of the user's own: a file of columns, of which one or several are to be predicted from the others. */
export const csv: DatasetSource<TableOptions> = tableSource("csv", "a CSV file of yours: path and target");
export const jsonl: DatasetSource<TableOptions> = tableSource(
  "jsonl",
  "a file of JSON lines of yours: path and target",
);

function tableSource(name: TableOptions["name"], summary: string): DatasetSource<TableOptions> {
  return {
    name,
    summary,
    facts: (options) => prepareTable(options).facts,
    recipe: (options) => {
      const { path: _, fold, ...others } = options;
      const { sha256 } = prepareTable(options).open.table;
      const said = Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined));
      return { ...said, ...(options.folds > 0 && { fold }), sha256, version: VERSION };
    },
    load: (options) => Promise.resolve(encodeTable(prepareTable(options))),
  };
}
