import { Piscina } from "piscina";
import { GridientError, toFailure, type Failure } from "../errors.ts";
import { interrupted, millisecondsOf } from "./interrupted.ts";
import { linkedController } from "./linked-controller.ts";
import type { Runner, TaskOutcome } from "./runner.ts";

/** A thread's JavaScript heap; what is large lives in shared memory. A runaway task ends here, not in the system. */
const HEAP_MEGABYTES = 512;

/** Which function the threads run. */
export interface WorkerModule {
  /** URL of a built JavaScript module. */
  readonly url: URL;
  /** The exported function: takes a task, returns a TaskOutcome (class and code of a thrown error would be lost). */
  readonly name: string;
}

/** Runs tasks in a pool of worker threads. A thread that dies fails its task, and the pool replaces it. */
export function threadRunner<Task, Result>(module: WorkerModule, threads: number): Runner<Task, Result> {
  const pool = openPool(module, threads);
  const waiting = new Set<(error: unknown) => void>();
  // A pool all of whose threads died as they began starts no more, and tasks in its queue would wait for ever.
  const failAll = (error: unknown): void => {
    if (pool.threads.length === 0) for (const fail of waiting) fail(error);
  };
  pool.on("error", failAll);
  return {
    width: threads,
    async run(task, limits) {
      const { controller, unlink } = linkedController(limits.signal);
      const timer = setTimeout(() => controller.abort(), millisecondsOf(limits));
      let fail: (error: unknown) => void = () => undefined;
      const lost = new Promise<never>((_, reject) => (fail = reject));
      waiting.add(fail);
      try {
        const ended = pool.run(task, { signal: controller.signal });
        return (await Promise.race([ended, lost])) as TaskOutcome<Result>;
      } catch (error) {
        if (controller.signal.aborted) return interrupted(limits);
        failAll(error); // the pool reports an error only if no task was lost with the thread
        return { status: "failed", failure: workerFailure(error) };
      } finally {
        waiting.delete(fail);
        clearTimeout(timer);
        unlink();
      }
    },
    close: () => pool.destroy(),
  };
}

/** @throws {GridientError} E_SYSTEM if not even one thread can be started. */
function openPool(module: WorkerModule, threads: number): Piscina {
  try {
    return new Piscina({
      filename: module.url.href,
      name: module.name,
      minThreads: 1,
      maxThreads: threads,
      idleTimeout: Infinity,
      concurrentTasksPerWorker: 1,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
    });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    throw new GridientError("E_SYSTEM", NO_THREAD, { hint: MORE_THREADS, cause: error });
  }
}

const NO_THREAD = "Cannot start a thread: the system allows no more processes and threads (EAGAIN)";
const MORE_THREADS = "Raise the limit (ulimit -u), end other programs, or use fewer workers";
const NO_FILE = "Cannot start a thread: the system allows no more open files (EMFILE)";
const MORE_FILES = "Raise the limit of open files: ulimit -n 1024";

/** Whether the system refused a thread. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && /\bEAGAIN\b/.test(error.message);
}

function workerFailure(error: unknown): Failure {
  if (isRefusal(error)) return { code: "E_SYSTEM", message: `${NO_THREAD}. ${MORE_THREADS}` };
  if (error instanceof Error && /\bEMFILE\b/.test(error.message))
    return { code: "E_SYSTEM", message: `${NO_FILE}. ${MORE_FILES}` };
  const { message } = toFailure(error);
  return { code: "E_WORKER", message: `The trial's worker thread died: ${message}` };
}
