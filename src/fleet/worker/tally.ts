/** Seconds over which a rate is taken. */
const RATE_SECONDS = 10;

/** How many trials a worker has trained, and how fast recently. */
export class Tally {
  readonly #now: () => number;
  /** When trials ended of late. */
  readonly #ends: number[] = [];
  #done = 0;
  #failed = 0;

  /** @param now Milliseconds from some fixed point. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Counts trials that have ended, some of them without a record. */
  add(trials: number, failed: number): void {
    this.#done += trials;
    this.#failed += failed;
    for (let i = 0; i < trials; i++) this.#ends.push(this.#now());
  }

  /** @returns `rate` in trials a second. */
  counts(): { done: number; failed: number; rate: number } {
    const since = this.#now() - 1000 * RATE_SECONDS;
    while (this.#ends[0] !== undefined && this.#ends[0] < since) this.#ends.shift();
    return { done: this.#done, failed: this.#failed, rate: this.#ends.length / RATE_SECONDS };
  }
}
