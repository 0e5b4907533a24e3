/** Tasks that go on beside other work, at most `width` at a time: writing to disk while the next trial trains. */
export class BackgroundTasks {
  readonly #running = new Set<Promise<void>>();
  readonly #errors: unknown[] = [];
  /** Who wants to start a task, in order: waking one of ten thousand must not wake them all. */
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(width: number) {
    this.#free = width;
  }

  /** Starts a task once fewer than `width` are running. Rejects, and starts nothing, after one has failed. */
  async start(task: () => Promise<void>): Promise<void> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    if (this.#errors.length > 0) {
      this.#release();
      throw this.#errors[0];
    }
    const running: Promise<void> = task()
      .catch((error: unknown) => void this.#errors.push(error))
      .finally(() => {
        this.#running.delete(running);
        this.#release();
      });
    this.#running.add(running);
  }

  /** Waits until all tasks have ended. Rejects with the first error of any of them. */
  async finish(): Promise<void> {
    await Promise.all(this.#running);
    if (this.#errors.length > 0) throw this.#errors[0];
  }

  #release(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free += 1;
  }
}
