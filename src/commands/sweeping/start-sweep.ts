import { availableParallelism } from "node:os";
import { SharedThreads } from "../../pipeline/threads/training-threads.ts";
import type { Io } from "../console/io.ts";
import type { SweepOptions } from "./sweep-experiment.ts";

/** Sweeps; a first thread starts while the rest of the program is loaded and the specs are read. Returns the exit code. */
export async function startSweep(files: readonly string[], options: SweepOptions, io: Io): Promise<number> {
  const threads = new SharedThreads();
  if (options.runner !== "bullmq") threads.start(options.workers ?? availableParallelism());
  const { sweep } = await import("./sweep.ts");
  return sweep(files, { ...options, threads }, io);
}
