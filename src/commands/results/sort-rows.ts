import { GridientError } from "../../errors.ts";
import type { TableColumn } from "../../report/tables/table-column.ts";
import type { Board } from "../../results/board.ts";
import { nearestWord } from "../../text/nearest-word.ts";
import type { ShowOptions } from "./render-view.ts";

/**
 * Returns rows by the metric that is asked for, the best first and those without a value last; equal ones, and all
 * where none is asked for, keep their order.
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
  if (!names.includes(sort)) throw unknownWord("a metric", sort, names);
  const { valueOf } = columns.find(({ key }) => key === sort)!;
  const sign = metrics.find(({ name }) => name === sort)?.goal === "maximize" ? -1 : 1;
  const badness = (row: Row): number => {
    const value = valueOf(row);
    return typeof value === "number" ? sign * value : Number.MAX_VALUE;
  };
  return rows.toSorted((a, b) => badness(a) - badness(b));
}

/** Returns what refuses a word that names nothing of some results. @param what What it should name: "a metric". */
export function unknownWord(what: string, word: string, allowed: readonly string[]): GridientError {
  const nearest = nearestWord(word, allowed);
  const message = `Cannot show ${what} as the results must have it: ${JSON.stringify(word)}`;
  const hint = nearest ? `Write ${nearest}` : `There are ${allowed.join(", ")}`;
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
      "a column",
      word,
      columns.map(({ key }) => key),
    );
  });
}
