/**
 * `npm run test:exhaustive`: every function of the kernels on all 2^32 float32 inputs, WebAssembly against JavaScript bit
 * for bit, slopes too, and JavaScript against float64; float64's exp and log on dense samples. Takes half an hour.
 * `-- --every N` checks each N-th block of inputs alone. Exit code 1 if a promise of src/math is broken, else 2 if blocks
 * were left out.
 * @module
 */
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { FUNCTIONS } from "./functions.mjs";
import { sampleExp, sampleLog } from "./sample-float64.mjs";

const BROKEN = 1;
const NOT_ALL = 2;

const { values } = parseArgs({ options: { every: { type: "string", default: "1" } } });
const every = Number(values.every);
if (!Number.isInteger(every) || every < 1)
  throw new Error(`--every must be an integer from 1 (got ${values.every})`);

let broken = 0;
for (const promised of FUNCTIONS) report(promised, await checkAll(promised.name));
report({ name: "exp", unit: "ULP", limit: 2 }, sampleExp());
report({ name: "log", unit: "ULP", limit: 2 }, sampleLog());
console.log(
  `${FUNCTIONS.length} float32 functions on ${every === 1 ? "all inputs" : `1 of ${every} blocks of inputs`}, ` +
    `2 float64 functions on samples: ${broken} promises broken`,
);
process.exitCode = broken > 0 ? BROKEN : every > 1 ? NOT_ALL : 0;

/** Checks a function on every input, on all cores. */
async function checkAll(name) {
  const threads = availableParallelism();
  const workers = Array.from({ length: threads }, async (_, thread) => {
    const workerData = { name, first: thread * every, step: threads * every };
    const [found] = await once(new Worker(new URL("worker.mjs", import.meta.url), { workerData }), "message");
    return found;
  });
  return (await Promise.all(workers)).reduce((sum, found) => {
    const differing = sum.differing + found.differing;
    return { ...(found.maxError > sum.maxError ? found : sum), differing };
  });
}

function report({ name, unit, limit }, { differing = 0, maxError, worst }) {
  const isBroken = differing > 0 || !(maxError < limit);
  const error = maxError === 0 ? "no error" : `at most ${maxError.toPrecision(4)} ${unit}, at ${worst}`;
  const bits = differing === 0 ? "" : `, ${differing} inputs on which WebAssembly has other bits`;
  console.log(`${name}: ${error}; promised: below ${limit}${bits}${isBroken ? " BROKEN" : ""}`);
  if (isBroken) broken += 1;
}
