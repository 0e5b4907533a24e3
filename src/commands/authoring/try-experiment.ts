import { nodeSystem } from "../../files/node-system.ts";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OpenedFiles } from "../../data/opened-files.ts";
import { runExperiment } from "../../pipeline/run-experiment.ts";
import { readExperiment } from "../../spec/read-experiment.ts";
import type { Problem } from "../../spec/problem.ts";
import { isRecord } from "../../training/outcome.ts";
import type { Io } from "../console/io.ts";
import { loadContext } from "../reading/load-context.ts";

/** Why an experiment does not run. */
export type Trouble = readonly Problem[] | string;

/** Reads an experiment before it is written, divides its data and trains one epoch; returns what went wrong, if anything. */
export async function tryExperiment(text: string, file: string, io: Io): Promise<Trouble | undefined> {
  const opened = new OpenedFiles();
  const { problems } = readExperiment(text, file, { limit: 1000, system: nodeSystem, opened });
  if (problems.some(({ severity }) => severity === "error")) return problems;
  const set = ["epochs=1", "replicates=1", "batchSize=full"];
  const { experiment } = readExperiment(text, file, {
    limit: 1000,
    set,
    system: nodeSystem,
    opened,
  });
  if (!experiment) return "it cannot be shortened to one epoch";
  const folder = await mkdtemp(join(tmpdir(), "gridient-init-"));
  try {
    const { outcomes } = await runExperiment(experiment, {
      resultsDir: join(folder, "results"),
      storeDir: join(folder, "store"),
      load: loadContext(undefined, io),
      kernel: io.env["GRIDIENT_KERNEL"],
      workers: 1,
      fresh: false,
      signal: new AbortController().signal,
      listener: {},
    });
    for (const outcome of outcomes.values()) if (!isRecord(outcome)) return outcome.failure.message;
    return undefined;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
