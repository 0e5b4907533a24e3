import type { CellPlace } from "./table-row.ts";

/** A value that does not fit its column. */
export interface Misfit {
  readonly text: string;
  /** Whether it is a number, but too large for a float64. */
  readonly isNumber: boolean;
  readonly place: CellPlace | undefined;
}

/** Values of a column that do not fit it: texts among numbers, or one category too many. */
export class Misfits {
  count = 0;
  /** Values that begin with a 0 before another digit. */
  zeros = 0;
  first: Misfit | undefined;
  #areSame = true;

  /** @param placeOf Returns where it stands, if that is to be told; asked for the first one alone. */
  add(text: string, isNumber: boolean, placeOf: () => CellPlace | undefined): void {
    this.count++;
    this.first ??= { text, isNumber, place: placeOf() };
    this.#areSame &&= text === this.first.text;
  }

  /** The text that all of them are, if they are many: it may stand for a missing value. */
  get onlyWord(): string | undefined {
    return this.#areSame && this.count > 1 ? this.first?.text : undefined;
  }
}
