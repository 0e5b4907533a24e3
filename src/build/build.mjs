/**
 * Makes what tsc does not make: the kernel's WebAssembly, validators of data, what runs in a browser, and the command
 * line in few files, which starts in half the time. Does nothing where all is as its sources are.
 * @module
 */
import { makeCodeCache } from "./code-cache.mjs";
import { keepCurrent } from "./keep-current.mjs";
import { writeStamps } from "./stamps.cjs";

/** Written while the build runs: what they are made from is noted in their place. */
const GENERATED = /^(src\/(kernels\/simd\/wasm\.ts|validators\/)|dist\/)/;

const began = Date.now();
const { kernelSources } = await import("../kernels/simd/build.mjs");
const validators = await keepCurrent("src/validators/", async () =>
  (await import("./validators.mjs")).validatorFiles(),
);
const browser = await keepCurrent("dist/browser/", async () =>
  (await import("./browser.mjs")).browserFiles(),
);
const playground = await keepCurrent("dist/playground/", async () =>
  (await import("./playground.mjs")).playgroundFiles(),
);
const program = await keepCurrent("dist/program/", async () =>
  (await import("./program.mjs")).programFiles(),
);
makeCodeCache();
const sources = new Set([...kernelSources, ...validators, ...browser, ...playground, ...program]);
writeStamps(
  [...sources].filter((path) => !GENERATED.test(path)),
  began,
);
