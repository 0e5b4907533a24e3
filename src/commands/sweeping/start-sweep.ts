import { nodeSystem } from "../../files/node-system.ts";
import { readFileSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { SharedThreads } from "../../pipeline/threads/training-threads.ts";
import { experimentName } from "../../spec/experiment-name.ts";
import { hasStamp } from "../../store/stamp-file.ts";
import type { Io } from "../console/io.ts";
import type { SweepOptions } from "./sweep-experiment.ts";

/**
 * Sweeps; a first thread starts while the rest of the program is loaded and the specs are read, unless all of them have been
 * swept before, or run a program: then there may be nothing to train. Returns the exit code.
 */
export async function startSweep(files: readonly string[], options: SweepOptions, io: Io): Promise<number> {
  const threads = new SharedThreads();
  const isNew = !files.every(
    (file) => hasStamp(options.store, experimentName(file, nodeSystem)) || namesProgram(file),
  );
  if (isNew && options.runner !== "bullmq") threads.start(options.workers ?? availableParallelism());
  const { sweep } = await import("./sweep.ts");
  return sweep(files, { ...options, threads }, io);
}

/** Whether a spec says so itself, at a glance: it is read later. A program that starts copies the memory of its parent. */
function namesProgram(file: string): boolean {
  try {
    return statSync(file).isFile() && /^kind: *program\b/m.test(readFileSync(file, "utf8"));
  } catch {
    return false;
  }
}
