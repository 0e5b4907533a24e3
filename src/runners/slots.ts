/** Numbers from 0 up, each lent to one user at a time: the threads of a pool. */
export class Slots {
  readonly #free: number[];
  readonly #waiting: ((slot: number) => void)[] = [];

  constructor(width: number) {
    this.#free = Array.from({ length: width }, (_, slot) => slot);
  }

  /** Works in a slot, once one is free. */
  async use<Result>(work: (slot: number) => Promise<Result>): Promise<Result> {
    const slot = this.#free.shift() ?? (await new Promise<number>((resolve) => this.#waiting.push(resolve)));
    try {
      return await work(slot);
    } finally {
      const next = this.#waiting.shift();
      if (next) next(slot);
      else this.#free.push(slot);
    }
  }
}
