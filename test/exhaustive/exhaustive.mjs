/**
 * `npm run test:exhaustive`: the functions of the kernels on all 2^32 float32 inputs, WebAssembly against JavaScript bit
 * for bit and both against float64; float64's exp and log on dense samples. Takes minutes. Exit code 1 if a promise of
 * src/math is broken.
 * @module
 */
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { FUNCTIONS } from "./functions.mjs";
import { sampleExp, sampleLog } from "./sample-float64.mjs";

for (const { name, ulp } of FUNCTIONS) report(name, ulp, await checkAll(name));
report("exp", 2, sampleExp());
report("log", 2, sampleLog());

/** Checks a function on every input, on all cores. */
async function checkAll(name) {
  const threads = availableParallelism();
  const workers = Array.from({ length: threads }, async (_, thread) => {
    const worker = new Worker(new URL("worker.mjs", import.meta.url), {
      workerData: { name, thread, threads },
    });
    const [found] = await once(worker, "message");
    return found;
  });
  return (await Promise.all(workers)).reduce((sum, found) => {
    const differing = sum.differing + found.differing;
    return { ...(found.maxUlp > sum.maxUlp ? found : sum), differing };
  });
}

function report(name, limit, { differing = 0, maxUlp, worst }) {
  const isBroken = differing > 0 || !(maxUlp < limit);
  const error = maxUlp === 0 ? "no error" : `at most ${maxUlp.toFixed(4)} ULP, at ${worst}`;
  const bits = differing === 0 ? "" : `, ${differing} inputs on which WebAssembly has other bits`;
  console.log(`${name}: ${error}; promised: below ${limit}${bits}${isBroken ? " BROKEN" : ""}`);
  if (isBroken) process.exitCode = 1;
}
