/**
 * Makes what tsc does not make: the kernel's WebAssembly, what runs in a browser, and the command line in few files,
 * which starts in half the time. Does nothing where all is as its sources are.
 * @module
 */
import { keepCurrent } from "./keep-current.mjs";
import { writeStamps } from "./stamps.mjs";

const began = Date.now();
const { kernelSources } = await import("../kernels/simd/build.mjs");
const browser = await keepCurrent("dist/browser/", async () =>
  (await import("./browser.mjs")).browserFiles(),
);
const program = await keepCurrent("dist/program/", async () =>
  (await import("./program.mjs")).programFiles(),
);
writeStamps([...new Set([...kernelSources, ...browser, ...program])], began);
