import type { DatasetSource } from "../source.ts";
import { encodeTable } from "./encode-table.ts";
import { categoryFinder } from "./find-category.ts";
import { columnAt } from "./fit-table.ts";
import { prepareTable, type PreparedTable } from "./prepare-table.ts";
import type { TableOptions } from "./table-options.ts";

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
      const prepared = prepareTable(options);
      const { sha256 } = prepared.open.table;
      const said = Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined));
      return { ...said, ...(options.folds > 0 && { fold }), sha256, version: versionOf(prepared) };
    },
    load: (options) => Promise.resolve(encodeTable(prepareTable(options))),
  };
}

/** Since version 2 a category counts as one with the same meaning; tables without such keep their ids. */
function versionOf({ open, encoding }: PreparedTable): number {
  const hasOtherSpelling = encoding.inputs.some((input, i) => {
    if (input.kind === "number") return false;
    const column = columnAt(open, open.roles.inputs[i]!);
    const words = column.kind === "number" ? [] : column.values.words;
    const find = categoryFinder(input);
    return words.some((word) => ![word, input.other].includes(input.categories[find(word)] ?? word));
  });
  return hasOtherSpelling ? 2 : 1;
}
