/**
 * Loaded before anything else into each thread of a command: notes when the first batch is given to the kernel, in the
 * file that GRIDIENT_PROBE names.
 * @module
 */
import { writeFileSync } from "node:fs";

const { Instance } = WebAssembly;
let isNoted = false;

Object.defineProperty(WebAssembly, "Instance", {
  value: function instantiate(
    module: WebAssembly.Module,
    imports: ConstructorParameters<typeof Instance>[1],
  ) {
    const { exports } = new Instance(module, imports);
    const { train } = exports;
    if (typeof train !== "function") return { exports };
    const noted = (...args: unknown[]): unknown => {
      note();
      return train(...args);
    };
    return { exports: { ...exports, train: noted } };
  },
});

/** Writes milliseconds since 1970, unless this or another thread has. */
function note(): void {
  const file = process.env["GRIDIENT_PROBE"];
  if (isNoted || file === undefined) return;
  isNoted = true;
  try {
    writeFileSync(file, String(performance.timeOrigin + performance.now()), { flag: "wx" });
  } catch {
    // Another thread was first.
  }
}
