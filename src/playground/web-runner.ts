import { datasetBytes, type DatasetMemory } from "../kernels/dataset-memory.ts";
import type { TrainingRunner } from "../pipeline/threads/train-here.ts";
import type { TrainedBatch, TrainTask } from "../pipeline/threads/train-batch.ts";
import { interrupted, millisecondsOf } from "../runners/interrupted.ts";
import { linkedController } from "../runners/linked-controller.ts";
import type { TaskOutcome } from "../runners/runner.ts";
import type { FromTrainer, SeenWeights, ToTrainer } from "./trainer-messages.ts";

/** How web workers train. */
export interface WebRunnerOptions {
  readonly startWorker: () => Worker;
  /** Whether workers may share memory with this thread. */
  readonly isShared: boolean;
  /** Called now and then with the weights of a network that trains, where its data have a picture. */
  readonly onWeights?: (task: TrainTask, weights: SeenWeights) => void;
}

/** A worker, and the data set that it has a copy of. */
interface Trainer {
  readonly worker: Worker;
  copied?: number;
}

/**
 * Trains batches in web workers, each with one at a time. Where pages may share memory, workers read data there and write
 * their progress there, as threads of Node do; elsewhere each has a copy of the data, and reports each epoch.
 */
export class WebRunner {
  readonly #options: WebRunnerOptions;
  readonly #idle: Trainer[] = [];
  /** Numbers of the memories that were copied. */
  readonly #numbers = new WeakMap<WebAssembly.Memory, number>();
  #last = 0;

  constructor(options: WebRunnerOptions) {
    this.#options = options;
  }

  /** Returns so many workers as a runner; they stay for the next one. */
  take(width: number): TrainingRunner {
    return { width, run: (task, limits) => this.#run(task, limits), close: () => Promise.resolve() };
  }

  /** Ends the workers that have nothing to do. */
  close(): void {
    for (const { worker } of this.#idle.splice(0)) worker.terminate();
  }

  async #run(
    task: TrainTask,
    limits: Parameters<TrainingRunner["run"]>[1],
  ): Promise<TaskOutcome<TrainedBatch>> {
    const { controller, unlink } = linkedController(limits.signal);
    const timer = setTimeout(() => controller.abort(), millisecondsOf(limits));
    const trainer = this.#idle.pop() ?? { worker: this.#options.startWorker() };
    try {
      const outcome = await this.#ask(trainer, task, controller.signal);
      if (outcome) this.#idle.push(trainer);
      else trainer.worker.terminate(); // it may still be at its task
      return outcome ?? interrupted(limits);
    } catch (error) {
      trainer.worker.terminate();
      const message = `The trial's worker died: ${error instanceof Error ? error.message : String(error)}`;
      return { status: "failed", failure: { code: "E_WORKER", message } };
    } finally {
      clearTimeout(timer);
      unlink();
    }
  }

  /** Returns how a task ended; undefined where it was interrupted. */
  #ask(
    trainer: Trainer,
    task: TrainTask,
    signal: AbortSignal,
  ): Promise<TaskOutcome<TrainedBatch> | undefined> {
    const { worker } = trainer;
    const listening = new AbortController();
    const asked = new Promise<TaskOutcome<TrainedBatch> | undefined>((resolve, reject) => {
      const here = { signal: listening.signal };
      if (signal.aborted) resolve(undefined);
      signal.addEventListener("abort", () => resolve(undefined), here);
      worker.addEventListener("error", ({ message }) => reject(new Error(message)), here);
      worker.addEventListener(
        "message",
        ({ data }: MessageEvent<FromTrainer>) => {
          if (data.kind === "ended") resolve(data.outcome);
          else this.#hear(task, data);
        },
        here,
      );
      if (!signal.aborted) worker.postMessage(this.#message(trainer, task));
    });
    return asked.finally(() => listening.abort());
  }

  #hear(task: TrainTask, said: Exclude<FromTrainer, { kind: "ended" }>): void {
    if (said.kind === "weights") this.#options.onWeights?.(task, said.weights);
    else {
      task.progress.epochs[said.place]! += 1;
      task.progress.values[said.at] = said.value;
    }
  }

  #message(trainer: Trainer, task: TrainTask): ToTrainer {
    const { data, ...rest } = task;
    if (this.#options.isShared || !data) return { task, isShared: this.#options.isShared };
    const number = this.#numberOf(data);
    const { memory: _, ...layout } = data;
    const bytes = trainer.copied === number ? undefined : datasetBytes(data);
    trainer.copied = number;
    return { task: rest, isShared: false, copy: { layout, ...(bytes && { bytes }) } };
  }

  #numberOf({ memory }: DatasetMemory): number {
    const number = this.#numbers.get(memory) ?? ++this.#last;
    this.#numbers.set(memory, number);
    return number;
  }
}
