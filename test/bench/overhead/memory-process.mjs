/**
 * Sweeps twelve trials with as many workers as the command line says, and prints the bytes of memory that the process
 * holds when the last one ends: memory-process.mjs WORKERS SPEC. Started with --expose-gc in a folder of its own.
 * @module
 */
import { runExperiment } from "../../../dist/index.js";

const [workers, spec] = process.argv.slice(2);
let bytes;
const onTrialEnd = () => {
  global.gc();
  bytes = process.memoryUsage.rss();
};
await runExperiment(spec, { workers: Number(workers), listener: { onTrialEnd } });
process.stdout.write(`${bytes}\n`);
