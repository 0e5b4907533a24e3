import type { TableColumn } from "../../report/tables/table-column.ts";
import { unknownWord } from "./unknown-word.ts";

/**
 * Returns the columns that `words` name, in their order and none of them minor; an axis may be named by its heading, too.
 * @throws {GridientError} E_USAGE if there is no such column.
 */
export function chooseColumns<Row>(
  columns: readonly TableColumn<Row>[],
  words: readonly string[],
): TableColumn<Row>[] {
  return words.map((word) => {
    const found = columns.find(({ key, isAxis, heading }) => key === word || (isAxis && heading === word));
    if (found) return { ...found, isMinor: false };
    throw unknownWord(
      "a column",
      word,
      columns.map(({ key }) => key),
    );
  });
}
