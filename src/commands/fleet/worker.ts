import { randomBytes } from "node:crypto";
import { availableParallelism, hostname } from "node:os";
import { runWorker } from "../../fleet/worker/run-worker.ts";
import type { Io } from "../console/io.ts";
import { redisUrl, type RedisOptions } from "../console/command-options.ts";
import { allowedPrograms } from "../reading/allowed-programs.ts";
import { loadContext } from "../reading/load-context.ts";

/** Options of the command line. */
export interface WorkerCommandOptions extends RedisOptions {
  readonly concurrency?: number;
  /** Seconds. */
  readonly patience: number;
  readonly allowPrograms?: boolean;
}

/** Trains for a fleet until it is interrupted. Returns the exit code. */
export async function worker(options: WorkerCommandOptions, io: Io): Promise<number> {
  const controller = new AbortController();
  const stopListening = io.onInterrupt(() => controller.abort());
  try {
    await runWorker({
      url: redisUrl(options, io),
      name: `${hostname()}-${process.pid}-${randomBytes(2).toString("hex")}`,
      threads: options.concurrency ?? availableParallelism(),
      patience: options.patience,
      kernel: io.env["GRIDIENT_KERNEL"],
      load: loadContext(undefined, io),
      programs: allowedPrograms(options, io),
      signal: controller.signal,
      now: io.now,
      date: Date.now,
      notify: (text) => void io.stderr.write(text),
    });
    return 0;
  } finally {
    stopListening();
  }
}
