import type { Parameters } from "fast-check";
import { IS_LONG } from "./long-form.ts";

const MOST_CPU_SECONDS = 1;
const MOST_HEAP_BYTES = 200e6;
const cases = Number(process.env["GRIDIENT_FUZZ"] ?? 0);
const seed = Number(process.env["GRIDIENT_FUZZ_SEED"] ?? 20);

/** How often a mutation property is tried, with a fixed seed; a round of `npm run fuzz` sets both. */
export const FUZZ_RUNS: Parameters<unknown> = { seed, numRuns: cases || (IS_LONG ? 300 : 100) };

/** Runs a case; in `npm run fuzz` its CPU time and heap are held to what is promised. Normal tests time nothing. */
export function withinLimits(run: () => void): void {
  if (cases === 0) return run();
  const [cpu, heap] = [process.cpuUsage(), process.memoryUsage().heapUsed];
  run();
  const { user, system } = process.cpuUsage(cpu);
  const seconds = (user + system) / 1e6;
  const bytes = process.memoryUsage().heapUsed - heap;
  if (seconds > MOST_CPU_SECONDS) throw new Error(`The case takes ${seconds} s of CPU time`);
  if (bytes > MOST_HEAP_BYTES) throw new Error(`The case takes ${bytes} bytes of heap`);
}
