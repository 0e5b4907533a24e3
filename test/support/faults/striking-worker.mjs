/**
 * Preloaded by NODE_OPTIONS: worker threads go wrong, as FAULT says, when they finish an epoch; with FAULT_FLAG, the path
 * of a file that is not there yet, only the first of them does; with FAULT_EPOCH, only where so many epochs were finished.
 * @module
 */
import { writeFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

const { FAULT, FAULT_EPOCH = "0", FAULT_FLAG } = process.env;
const FAULTS = {
  exit: () => process.exit(0),
  kill: () => process.kill(process.pid, "SIGKILL"),
  memory: () => {
    for (const hoard = []; ;) hoard.push(new Array(1e6).fill(hoard.length));
  },
  throw: () => {
    throw new Error("struck\nby a test");
  },
};
const add = Atomics.add;

if (!isMainThread) Atomics.add = addOrStrike;

/** Epochs are counted in an array of one number. */
function addOrStrike(array, ...rest) {
  if (array.length === 1 && Atomics.load(array, 0) >= Number(FAULT_EPOCH) && isToStrike()) FAULTS[FAULT]();
  return add(array, ...rest);
}

function isToStrike() {
  if (FAULT_FLAG === undefined) return true;
  try {
    writeFileSync(FAULT_FLAG, "", { flag: "wx" });
    return true;
  } catch {
    return false;
  }
}
