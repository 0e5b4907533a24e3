import { JOE_KUO } from "./joe-kuo.ts";
import { RandomStream } from "../random-stream.ts";
import type { PhiloxKey } from "../philox.ts";

const BITS = 32;

/** The dimensions that the table of direction numbers has. */
export const SOBOL_DIMENSIONS = JOE_KUO.length + 1;

/**
 * One coordinate of the points of a Sobol sequence: a binary fraction of 32 bits for each index, in the order of Antonov and
 * Saleev (Gray code). Any point can be computed alone.
 * Source: I. M. Sobol', "On the distribution of points in a cube" (1967); P. Bratley and B. L. Fox, "Algorithm 659" (ACM
 * TOMS 14, 1988).
 */
export class SobolCoordinate {
  readonly #directions: readonly number[];
  readonly #shift: number;

  private constructor(directions: readonly number[], shift: number) {
    this.#directions = directions;
    this.#shift = shift;
  }

  /** Returns a coordinate of the sequence itself. @param dimension From 0 to SOBOL_DIMENSIONS - 1. */
  static plain(dimension: number): SobolCoordinate {
    return new SobolCoordinate(directionNumbers(dimension), 0);
  }

  /**
   * Returns a scrambled coordinate: its bits times a random triangular matrix, plus random bits. Each point is uniform, and
   * points that fill a grid evenly still do.
   * Source: J. Matousek, "On the L2-discrepancy for anchored boxes" (J. Complexity 14, 1998), linear scrambling with a
   * digital shift.
   */
  static scrambled(dimension: number, key: PhiloxKey): SobolCoordinate {
    const random = new RandomStream(key, dimension);
    const rows = Array.from({ length: BITS }, (_, row) => {
      const diagonal = 0x80000000 >>> row;
      const before = row === 0 ? 0 : -1 << (BITS - row);
      return (random.bits() & before) | diagonal;
    });
    const directions = directionNumbers(dimension).map((direction) => product(rows, direction));
    return new SobolCoordinate(directions, random.bits());
  }

  /** Returns the coordinate of a point as an unsigned integer below 2^32. @param index From 0 to 2^32 - 1. */
  at(index: number): number {
    let [bits, gray] = [this.#shift, index ^ (index >>> 1)];
    for (let i = 0; gray !== 0; i++, gray >>>= 1) if (gray & 1) bits ^= this.#directions[i]!;
    return bits >>> 0;
  }
}

/** Returns v_1, v_2, ..., the first bit of each the most significant. */
function directionNumbers(dimension: number): number[] {
  const directions = Array.from({ length: BITS }, (_, i) => 0x80000000 >>> i);
  if (dimension === 0) return directions;
  const [coefficients, ...initial] = JOE_KUO[dimension - 1]!;
  const degree = initial.length;
  for (let i = 0; i < BITS; i++) {
    if (i < degree) directions[i] = initial[i]! << (BITS - 1 - i);
    else {
      const first = directions[i - degree]!;
      let direction = first ^ (first >>> degree);
      for (let k = 1; k < degree; k++)
        if ((coefficients >>> (degree - 1 - k)) & 1) direction ^= directions[i - k]!;
      directions[i] = direction;
    }
  }
  return directions;
}

/** Returns a matrix of bits times a vector of bits. */
function product(rows: readonly number[], vector: number): number {
  return rows.reduce((bits, row, i) => (isOdd(row & vector) ? bits | (0x80000000 >>> i) : bits), 0);
}

/** Returns whether a word has an odd number of ones. */
function isOdd(word: number): boolean {
  let folded = word;
  for (let width = BITS >> 1; width > 0; width >>= 1) folded ^= folded >>> width;
  return (folded & 1) === 1;
}
