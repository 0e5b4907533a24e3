import type { CellPlace } from "./table-row.ts";

/** Values of a column that do not fit it: texts among numbers, or one category too many. */
export class Misfits {
  count = 0;
  /** Values that begin with a 0 before another digit. */
  zeros = 0;
  first: { readonly text: string; readonly place: CellPlace; readonly isNumber: boolean } | undefined;
  #areSame = true;

  /** @param isNumber Whether it is a number, but too large for a float64. */
  add(text: string, place: CellPlace, isNumber = false): void {
    this.count++;
    this.first ??= { text, place, isNumber };
    this.#areSame &&= text === this.first.text;
  }

  /** The text that all of them are, if they are many: it may stand for a missing value. */
  get onlyWord(): string | undefined {
    return this.#areSame && this.count > 1 ? this.first?.text : undefined;
  }
}
