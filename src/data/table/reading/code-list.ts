import { utf8Bytes, utf8Text } from "../../../text/utf8.ts";

/** Most different texts that a column can have. */
export const MOST_WORDS = 65_535;

const FIRST_SIZE = 16;

/** The texts of a column as numbers: 0 where one is missing, else 1 + the place of its word. */
export class CodeList {
  /** In the order in which they first occur. */
  readonly words: string[] = [];
  readonly #codes = new Map<string, number>();
  #values = new Uint16Array(FIRST_SIZE);
  #length = 0;
  #overflow = 0;
  #missing = 0;

  /** How many texts are missing. */
  get missing(): number {
    return this.#missing;
  }

  /** How many texts were one word too many. */
  get overflow(): number {
    return this.#overflow;
  }

  get length(): number {
    return this.#length;
  }

  /** Adds a text, or a missing one. Returns false, and adds it as missing, where it would be one word too many. */
  push(text: string | undefined): boolean {
    if (this.#length === this.#values.length) this.#grow();
    if (text === undefined) this.#missing++;
    const code = text === undefined ? 0 : (this.#codes.get(text) ?? this.#learn(text));
    this.#values[this.#length++] = code ?? 0;
    if (code === undefined) this.#overflow++;
    return code !== undefined;
  }

  /** Returns the code at a place that there is. */
  at(index: number): number {
    return this.#values[index]!;
  }

  #learn(text: string): number | undefined {
    if (this.words.length === MOST_WORDS) return undefined;
    const own = utf8Text(utf8Bytes(text)); // a cut string would keep what it was cut from
    this.#codes.set(own, this.words.push(own));
    return this.words.length;
  }

  #grow(): void {
    const values = this.#values;
    (this.#values = new Uint16Array(2 * values.length)).set(values);
  }
}
