import type { DataFault } from "../../data/dataset-error.ts";
import { faultAt } from "../../data/table/reading/table-file.ts";
import type { CellPlace } from "../../data/table/reading/table-row.ts";
import type { UnknownValue } from "../../model/inputs/encode-columns.ts";
import type { InputEncoding } from "../../model/model.ts";
import { listText } from "../../results/list-text.ts";
import { statement } from "../../statement.ts";
import { counted } from "../../text/counted.ts";

/** A column's values that did not occur in training. */
interface UnknownColumn {
  readonly first: UnknownValue;
  readonly place: CellPlace;
  count: number;
}

/** Counts unknown categories by column, so that a file of a million of them makes one warning a column. */
export class UnknownValues {
  readonly #columns = new Map<string, UnknownColumn>();

  /** @param place Returns where the value is; only asked for the first one of a column. */
  add(value: UnknownValue, place: () => CellPlace): void {
    const known = this.#columns.get(value.column);
    if (known) known.count++;
    else this.#columns.set(value.column, { first: value, place: place(), count: 1 });
  }

  /** Returns a warning for each column, at its first unknown value. */
  warnings(file: string, inputs: InputEncoding): DataFault[] {
    return [...this.#columns].map(([column, { first, place, count }]) => {
      const message = `${counted(count, "value")} of ${JSON.stringify(column)} did not occur in training, the first here: ${JSON.stringify(first.value)}`;
      const hint = `It counts as no category. Known: ${knownText(column, inputs)}. With --strict this is an error`;
      return faultAt(file, place, statement("unknown-category", message, hint));
    });
  }
}

function knownText(column: string, inputs: InputEncoding): string {
  const columns = inputs.kind === "columns" ? inputs.columns : [];
  const encoding = columns.find((one) => one.column === column);
  return listText(encoding?.kind === "category" ? encoding.categories : [], 10);
}
