import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Sort } from "../view/view.ts";
import { sortRows } from "./sort-rows.ts";
import { lineStyle } from "../model/line-style.ts";
import type { TableColumn } from "./table-column.ts";

/** What a table shows. */
interface DataTableProps<Row> {
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly columns: readonly TableColumn<Row>[];
  readonly sort: Sort | undefined;
  readonly onSort: (sort: Sort) => void;
  /** One of the pictures' colours. */
  readonly colorOf: (row: Row) => string;
  readonly isOpen: (row: Row) => boolean;
  readonly onOpen: (row: Row) => void;
  readonly onPoint: (row: Row | undefined) => void;
}

const ROWS = 50;

/** A table that sorts by its headings, opens what is clicked, and shows fifty rows until asked for more. */
export function DataTable<Row>(props: DataTableProps<Row>): JSX.Element {
  const { caption, rows, columns, sort, onSort, onPoint } = props;
  const [most, setMost] = useState(ROWS);
  const sorted = sortRows(rows, columns, sort);
  return (
    <>
      <div class="scroll" tabIndex={0} role="group" aria-label={caption}>
        <table onPointerLeave={() => onPoint(undefined)}>
          <caption class="unseen">{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <Heading key={column.key} column={column} sort={sort} onSort={onSort} />
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.slice(0, most).map((row) => (
              <Row key={columns[0]!.textOf(row)} row={row} {...props} />
            ))}
          </tbody>
        </table>
      </div>
      {sorted.length > most && (
        <button type="button" class="quiet" onClick={() => setMost(most + 10 * ROWS)}>
          Show more: {sorted.length - most} of {sorted.length} rows are hidden
        </button>
      )}
    </>
  );
}

function Heading<Row>({
  column: { key, heading, isNumeric },
  sort,
  onSort,
}: Pick<DataTableProps<Row>, "sort" | "onSort"> & { column: TableColumn<Row> }): JSX.Element {
  const isSorted = sort?.key === key;
  const direction = isSorted ? (sort.descending ? "descending" : "ascending") : "none";
  return (
    <th scope="col" aria-sort={direction} class={isNumeric ? "number" : ""}>
      <button type="button" onClick={() => onSort({ key, descending: isSorted && !sort.descending })}>
        {heading}
        <span class="arrow" aria-hidden="true">
          {isSorted ? (sort.descending ? "↓" : "↑") : ""}
        </span>
      </button>
    </th>
  );
}

function Row<Row>({
  row,
  columns,
  colorOf,
  isOpen,
  onOpen,
  onPoint,
}: DataTableProps<Row> & { row: Row }): JSX.Element {
  const [first, ...others] = columns;
  return (
    <tr class={isOpen(row) ? "open" : ""} onClick={() => onOpen(row)} onPointerEnter={() => onPoint(row)}>
      <th scope="row">
        <button type="button" class="swatch" style={lineStyle(colorOf(row))} aria-expanded={isOpen(row)}>
          {first!.textOf(row)}
        </button>
      </th>
      {others.map((column) => (
        <td key={column.key} class={column.isNumeric ? "number" : ""}>
          {column.textOf(row)}
        </td>
      ))}
    </tr>
  );
}
