/**
 * Sweeps with as many workers as the command line says, and prints the bytes of memory that the process holds when
 * the last trial ends: memory-process.ts WORKERS SPEC. Started with --expose-gc in a folder of its own.
 * @module
 */
import { runExperiment } from "../../../src/index.ts";

const [workers, spec = ""] = process.argv.slice(2);
let bytes = NaN;
const onTrialEnd = () => {
  globalThis.gc?.();
  bytes = process.memoryUsage.rss();
};
await runExperiment(spec, { workers: Number(workers), listener: { onTrialEnd } });
process.stdout.write(`${bytes}\n`);
