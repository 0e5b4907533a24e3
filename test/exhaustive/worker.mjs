/**
 * Checks every n-th block of all float32 numbers; see exhaustive.mjs.
 * @module
 */
import { parentPort, workerData } from "node:worker_threads";
import { BLOCK, checkBlock } from "./check-block.mjs";
import { FUNCTIONS } from "./functions.mjs";

const { thread, threads } = workerData;
const promised = FUNCTIONS.find(({ name }) => name === workerData.name);
const found = { differing: 0, maxUlp: 0, worst: NaN };
for (let block = thread; block < 2 ** 32 / BLOCK; block += threads) {
  const { differing, maxUlp, worst } = checkBlock(promised, block * BLOCK);
  found.differing += differing;
  if (maxUlp > found.maxUlp) Object.assign(found, { maxUlp, worst });
}
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
parentPort.postMessage(found);
