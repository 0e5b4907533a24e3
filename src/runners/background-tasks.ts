/** Tasks that go on beside other work, at most `width` at a time: writing to disk while the next trial trains. */
export class BackgroundTasks {
  readonly #width: number;
  readonly #running = new Set<Promise<void>>();
  readonly #errors: unknown[] = [];

  constructor(width: number) {
    this.#width = width;
  }

  /** Starts a task once fewer than `width` are running. Rejects, and starts nothing, after one has failed. */
  async start(task: () => Promise<void>): Promise<void> {
    while (this.#running.size >= this.#width) await Promise.race(this.#running);
    if (this.#errors.length > 0) throw this.#errors[0];
    const running: Promise<void> = task()
      .catch((error: unknown) => void this.#errors.push(error))
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  /** Waits until all tasks have ended. Rejects with the first error of any of them. */
  async finish(): Promise<void> {
    await Promise.all(this.#running);
    if (this.#errors.length > 0) throw this.#errors[0];
  }
}
