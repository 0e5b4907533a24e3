import { inverseNormal } from "./inverse-normal.ts";
import { philox, type PhiloxKey } from "./philox.ts";

/**
 * Random numbers in sequence from one cell of a counter-based generator: a key and two counter words that
 * name the cell (an epoch, an image, a point); the other two count the draws.
 */
export class RandomStream {
  readonly #key: PhiloxKey;
  readonly #cell0: number;
  readonly #cell1: number;
  readonly #words = new Uint32Array(4);
  #block = 0;
  #next = 4;

  constructor(key: PhiloxKey, cell0 = 0, cell1 = 0) {
    this.#key = key;
    this.#cell0 = cell0;
    this.#cell1 = cell1;
  }

  /** Returns the next 32 random bits as an unsigned integer. */
  bits(): number {
    if (this.#next === 4) {
      philox(this.#key, this.#block++, 0, this.#cell0, this.#cell1, this.#words);
      this.#next = 0;
    }
    return this.#words[this.#next++]!;
  }

  /** Returns a uniform number in the open interval (0, 1), from 53 random bits. */
  uniform(): number {
    return unitInterval(this.bits(), this.bits());
  }

  /** Returns a standard normal number. */
  normal(): number {
    return inverseNormal(this.uniform());
  }

  /** Returns a uniform integer in 0..count-1 without bias; draws again where the remainder would favour some. */
  integer(count: number): number {
    for (;;) {
      const bits = this.bits();
      const remainder = bits % count;
      // The numbers that share bits / count rounded down must all lie below 2^32.
      if (bits - remainder <= 0x100000000 - count) return remainder;
    }
  }
}

/** Returns (the 53 leading bits of two words + 1/2) / 2^53: never 0, never 1. */
export function unitInterval(word0: number, word1: number): number {
  return ((word0 >>> 5) * 0x4000000 + (word1 >>> 6) + 0.5) / 0x20000000000000;
}
