/**
 * Checks some blocks of all float32 numbers; see exhaustive.mjs.
 * @module
 */
import { parentPort, workerData } from "node:worker_threads";
import { BLOCK, checkBlock } from "./check-block.mjs";
import { FUNCTIONS } from "./functions.mjs";

const { name, first, step } = workerData;
const promised = FUNCTIONS.find((candidate) => candidate.name === name);
const found = { differing: 0, maxError: 0, worst: NaN };
for (let block = first; block < 2 ** 32 / BLOCK; block += step) {
  const { differing, maxError, worst } = checkBlock(promised, block * BLOCK);
  found.differing += differing;
  if (maxError > found.maxError) Object.assign(found, { maxError, worst });
}
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
parentPort.postMessage(found);
