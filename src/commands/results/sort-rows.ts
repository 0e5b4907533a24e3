import { GridientError } from "../../errors.ts";
import type { TableColumn } from "../../report/tables/table-column.ts";
import type { Board } from "../../results/board.ts";
import { nearestWord } from "../../text/nearest-word.ts";
import type { ShowOptions } from "./render-view.ts";

/**
 * Returns rows sorted by a metric, the best first and those without a value last. Equal rows keep their order, and so do all
 * rows without a metric.
 *
 * @param columns Those of the metrics among them.
 * @throws {GridientError} E_USAGE if the results do not have the metric.
 */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  { metrics }: Pick<Board, "metrics">,
  { sort }: Pick<ShowOptions, "sort">,
): readonly Row[] {
  if (sort === undefined) return rows;
  const names = metrics.map(({ name }) => name);
  if (!names.includes(sort)) throw unknownWord("metric", sort, names);
  const { valueOf } = columns.find(({ key }) => key === sort)!;
  const sign = metrics.find(({ name }) => name === sort)?.goal === "maximize" ? -1 : 1;
  const badness = (row: Row): number => {
    const value = valueOf(row);
    return typeof value === "number" ? sign * value : Number.MAX_VALUE;
  };
  return rows.toSorted((a, b) => badness(a) - badness(b));
}

/** Returns the error for a word that results do not have. @param what What the word should name: "metric". */
function unknownWord(what: string, word: string, allowed: readonly string[]): GridientError {
  const nearest = nearestWord(word, allowed);
  const message = `The results have no ${what} ${JSON.stringify(word)}`;
  const hint = nearest ? `Write ${nearest}` : `Use one of ${allowed.join(", ")}`;
  return new GridientError("E_USAGE", message, { hint });
}

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
      "column",
      word,
      columns.map(({ key }) => key),
    );
  });
}
