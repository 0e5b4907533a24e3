import { bundle } from "./bundle.mjs";
import { notices } from "./notices.mjs";

/** Piscina starts threads from files of its own; a queue is loaded by those who have one. */
const NODE = { platform: "node", external: ["piscina", "bullmq", "ioredis"] };

/**
 * Bundles the command line: cli.js with a chunk for what some commands only need, and train-batch.cjs, which a worker
 * thread loads by require(): Node 20 aborts where a thread is stopped while it loads an ES module that way.
 */
export async function programFiles() {
  const parts = [
    await bundle("cli.ts", "../tsconfig.json", NODE, { format: "esm", chunkFileNames: "[name].js" }),
    await bundle("pipeline/threads/train-batch.ts", "../tsconfig.json", NODE, {
      format: "cjs",
      entryFileNames: "[name].cjs",
    }),
  ];
  const inputs = parts.flatMap((part) => part.inputs);
  const codes = parts.flatMap(({ output }) => output).map(({ fileName, code }) => [fileName, code]);
  return { files: { ...Object.fromEntries(codes), "LICENSES.txt": notices(inputs) }, inputs };
}
