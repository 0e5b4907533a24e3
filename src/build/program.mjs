import { readFileSync } from "node:fs";
import { bundle } from "./bundle.mjs";
import { notices } from "./notices.mjs";

/** Packages that a command loads when it meets an image: each is a file of its own. */
const DECODERS = { "fast-png": "fast-png/lib/index.js", "jpeg-js": "jpeg-js/index.js" };

/** Piscina starts threads from files of its own; a queue is loaded by those who have one. */
const NODE = {
  platform: "node",
  external: ["piscina", "bullmq", "ioredis"],
  preserveEntrySignatures: "strict", // no module loads cli.js for a part of it: that would start the program again
  plugins: [{ name: "decoders", transform: loadDecodersHere }],
};
/** CommonJS: a hundred ES modules take twice as long to load. Node 20 also aborts if a thread ends while it loads one. */
const OUTPUT = {
  format: "cjs",
  strict: true,
  entryFileNames: ({ name }) => (LOADED.includes(name) ? `${name}-main.js` : `${name}.js`),
  chunkFileNames: "[name].js",
};
/** Entries that load-program.cjs loads. ES modules import names from index.js, which Node must see in the file itself. */
const LOADED = ["cli", "train-in-thread"];
/** V8 knows no `import()` of Node in code that load-program.cjs takes from the pack. */
const LOADED_OUTPUT = { ...OUTPUT, dynamicImportInCjs: false };
const LOADER = new URL("load-program.cjs", import.meta.url);

/**
 * Bundles the command line: cli.js with a chunk for what only some commands need, and train-in-thread.js, run-module.js and
 * launch-programs.js, which are one bundle each. index.js, the library, shares their chunks: it does what the command line does.
 */
export async function programFiles() {
  const parts = [
    await bundle(["cli.ts", "index.ts"], "../tsconfig.json", NODE, LOADED_OUTPUT),
    await bundle(["pipeline/threads/train-in-thread.ts"], "../tsconfig.json", NODE, LOADED_OUTPUT),
    await bundle(["pipeline/programs/run-module.ts"], "../tsconfig.json", NODE, OUTPUT),
    await bundle(["runners/launch-programs.ts"], "../tsconfig.json", NODE, OUTPUT),
    ...(await Promise.all(Object.keys(DECODERS).map(decoder))),
  ];
  const inputs = parts.flatMap((part) => part.inputs);
  const codes = parts.flatMap(({ output }) => output).map(({ fileName, code }) => [fileName, code]);
  const loader = readFileSync(LOADER, "utf8");
  const loaders = Object.fromEntries(LOADED.map((name) => [`${name}.js`, loader]));
  const others = { ...loaders, "package.json": '{"type": "commonjs"}\n', "LICENSES.txt": notices(inputs) };
  return { files: { ...Object.fromEntries(codes), ...others }, inputs };
}

function decoder(name) {
  const output = { ...OUTPUT, entryFileNames: `${name}.js` };
  return bundle([`../node_modules/${DECODERS[name]}`], "../tsconfig.json", NODE, output);
}

/** An image's pixels reach results: they must come from the versions that were tested, not from packages of the user. */
function loadDecodersHere(code, id) {
  if (!/[\\/]files[\\/]node-system\.ts$/.test(id)) return undefined;
  const own = code.replaceAll(/\bload\("([\w-]+)"\)/g, (_, name) => `load("./${name}.js")`);
  if (own === code) throw new Error(`A decoder of images is loaded in another way: ${id}`);
  return own;
}
