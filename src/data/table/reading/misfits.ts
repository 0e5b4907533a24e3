import type { CellPlace } from "./table-row.ts";

/** A value that does not fit its column. */
export interface Misfit {
  readonly text: string;
  /** Whether it is a number, but too large for a float64. */
  readonly isNumber: boolean;
  readonly place: CellPlace | undefined;
}

/** More different texts are no slips. */
const MOST_STRAYS = 3;
const MOST_TEXTS = 20;

/** Values of a column that do not fit it: texts among numbers, or one category too many. */
export class Misfits {
  count = 0;
  /** Values that begin with a 0 before another digit. */
  zeros = 0;
  first: Misfit | undefined;
  #areSame = true;
  readonly #texts = new Set<string>();

  /** @param placeOf Returns its place, if that is reported; called for the first one only. */
  add(text: string, isNumber: boolean, placeOf: () => CellPlace | undefined): void {
    this.count++;
    this.first ??= { text, isNumber, place: placeOf() };
    this.#areSame &&= text === this.first.text;
    if (this.#texts.size < MOST_TEXTS) this.#texts.add(text);
  }

  /** The first different texts. */
  get texts(): readonly string[] {
    return [...this.#texts];
  }

  /** The different texts, where they are few: what is no value of the column. */
  get strays(): readonly string[] {
    return this.#texts.size <= MOST_STRAYS ? [...this.#texts] : [];
  }

  /** The text that all of them are, if they are many: it may mean a missing value. */
  get onlyWord(): string | undefined {
    return this.#areSame && this.count > 1 ? this.first?.text : undefined;
  }
}
