/** Numbers that lie in one piece. */
const PIECE = 16_384;
const SHIFT = 14;
/** A wide table has many columns, perhaps of few rows. */
const FIRST_SIZE = 16;
/** Means NaN among whole numbers. */
const NOTHING = -0x80000000;
const DIVISORS = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000];

/** Numbers of a column; or whole numbers that give them, exactly, when they are divided; then `divisor` is not 0. */
interface Piece {
  readonly values: Float64Array | Int32Array;
  readonly divisor: number;
}

/**
 * A list of numbers that grows, NaN where one is missing. Decimal numbers as tables have them, such as 5.1 or 1204, take
 * four bytes each instead of eight: 51 / 10 is 5.1 to the last bit, which is checked for each of them.
 */
export class NumberList {
  readonly #pieces: Piece[] = [];
  /** Grows up to the length of a piece. */
  #open = new Float64Array(FIRST_SIZE);
  #length = 0;
  #missing = 0;

  /** How many of them are missing. */
  get missing(): number {
    return this.#missing;
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    const place = this.#length++ & (PIECE - 1);
    if (place === this.#open.length) this.#grow();
    this.#open[place] = value;
    if (value !== value) this.#missing++;
    if (place < PIECE - 1) return;
    const piece = packed(this.#open);
    this.#pieces.push(piece);
    if (piece.values === this.#open) this.#open = new Float64Array(PIECE);
  }

  /** Returns the number at a place that there is. */
  at(index: number): number {
    const piece = this.#pieces[index >> SHIFT];
    const place = index & (PIECE - 1);
    if (!piece) return this.#open[place]!;
    const value = piece.values[place]!;
    if (piece.divisor === 0) return value;
    return value === NOTHING ? NaN : value / piece.divisor;
  }

  #grow(): void {
    const values = this.#open;
    (this.#open = new Float64Array(2 * values.length)).set(values);
  }
}

function packed(values: Float64Array): Piece {
  const divisor = DIVISORS.find((candidate) => areWhole(values, candidate));
  if (divisor === undefined) return { values, divisor: 0 };
  const whole = new Int32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    whole[i] = value !== value ? NOTHING : Math.round(value * divisor);
  }
  return { values: whole, divisor };
}

/** Whether whole numbers of 32 bits give the values when they are divided. */
function areWhole(values: Float64Array, divisor: number): boolean {
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const whole = Math.round(value * divisor);
    const isGiven = whole > NOTHING && whole < -NOTHING && whole / divisor === value;
    if (!isGiven && value === value) return false;
  }
  return true;
}
