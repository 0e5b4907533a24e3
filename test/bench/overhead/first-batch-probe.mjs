/**
 * Loaded before anything else into each thread of a command (NODE_OPTIONS=--import): notes when the first batch is
 * given to the kernel, in the file that GRIDIENT_PROBE names.
 * @module
 */
import { writeFileSync } from "node:fs";

const { GRIDIENT_PROBE } = process.env;
const { Instance } = WebAssembly;

WebAssembly.Instance = function instantiate(module, imports) {
  const { exports } = new Instance(module, imports);
  if (!exports.train) return { exports };
  const train = (...args) => {
    note();
    exports.train(...args);
  };
  return { exports: { ...exports, train } };
};

let isNoted = false;

/** Writes milliseconds since 1970, unless this or another thread has. */
function note() {
  if (isNoted) return;
  isNoted = true;
  try {
    writeFileSync(GRIDIENT_PROBE, String(performance.timeOrigin + performance.now()), { flag: "wx" });
  } catch {
    // Another thread was first.
  }
}
