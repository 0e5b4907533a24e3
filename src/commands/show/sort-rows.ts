import type { TableColumn } from "../../report/tables/table-column.ts";
import type { Board } from "../../results/board.ts";
import { metricNamed } from "../../spec/metrics.ts";
import type { ShowOptions } from "./show-options.ts";
import { unknownWord } from "./unknown-word.ts";

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
  const sign = metricNamed(sort).goal === "maximize" ? -1 : 1;
  const badness = (row: Row): number => {
    const value = valueOf(row);
    return typeof value === "number" ? sign * value : Number.MAX_VALUE;
  };
  return rows.toSorted((a, b) => badness(a) - badness(b));
}
