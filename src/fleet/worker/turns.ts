/** Lets work run beside other work, or alone. Work that runs alone waits for the others, and later work waits for it. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();
  readonly #running = new Set<Promise<unknown>>();

  /** Runs work beside other work of this kind. */
  async together<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.#last;
    const running = work();
    const ended = running.catch(() => undefined).finally(() => this.#running.delete(ended));
    this.#running.add(ended);
    return running;
  }

  /** Runs work while nothing else runs. */
  alone<Result>(work: () => Promise<Result>): Promise<Result> {
    const running = this.#last.then(async () => {
      await Promise.all(this.#running);
      return work();
    });
    this.#last = running.catch(() => undefined);
    return running;
  }
}
