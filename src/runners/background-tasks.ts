/** Tasks that run beside other work, at most `width` at a time, or fewer heavy ones. */
export class BackgroundTasks {
  readonly #running = new Set<Promise<void>>();
  readonly #errors: unknown[] = [];
  /** Who wants to start a task, in order: waking one of ten thousand must not wake them all. */
  readonly #waiting: { readonly weight: number; readonly wake: () => void }[] = [];
  #free: number;

  constructor(width: number) {
    this.#free = width;
  }

  /** Starts a task once there is room for its weight. Rejects, and starts nothing, after one has failed. */
  async start(task: () => Promise<void>, weight = 1): Promise<void> {
    if (this.#waiting.length === 0 && this.#free >= weight) this.#free -= weight;
    else await new Promise<void>((wake) => this.#waiting.push({ weight, wake }));
    if (this.#errors.length > 0) {
      this.#release(weight);
      throw this.#errors[0];
    }
    const running: Promise<void> = task()
      .catch((error: unknown) => void this.#errors.push(error))
      .finally(() => {
        this.#running.delete(running);
        this.#release(weight);
      });
    this.#running.add(running);
  }

  /** Waits until all tasks have ended. Rejects with the first error of any of them. */
  async finish(): Promise<void> {
    await Promise.all(this.#running);
    if (this.#errors.length > 0) throw this.#errors[0];
  }

  #release(weight: number): void {
    this.#free += weight;
    for (let next = this.#waiting[0]; next && this.#free >= next.weight; next = this.#waiting[0]) {
      this.#waiting.shift();
      this.#free -= next.weight;
      next.wake();
    }
  }
}
