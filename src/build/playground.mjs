import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bundle } from "./bundle.mjs";
import { notices } from "./notices.mjs";

/** What report.html is made of: a session that has it can write one. */
const REPORT = ["page.js", "page.css", "trainer.txt"];
const built = new URL("../../dist/browser/", import.meta.url);

/**
 * Bundles the workers of the playground: session.js, which reads, plans and reports, and trainer.js, which it starts to train;
 * and puts beside them what report.html is made of. All of it is fetched once, from wherever the folder lies.
 */
export async function playgroundFiles() {
  const workers = {
    "session.js": await worker("playground/session-worker.ts"),
    "trainer.js": await worker("playground/trainer-worker.ts"),
  };
  const report = REPORT.map((name) => fileURLToPath(new URL(name, built)));
  const inputs = Object.values(workers).flatMap((script) => script.inputs);
  return {
    files: {
      ...Object.fromEntries(Object.entries(workers).map(([name, { code }]) => [name, code])),
      ...Object.fromEntries(REPORT.map((name, i) => [`report/${name}`, readFileSync(report[i], "utf8")])),
      "LICENSES.txt": notices(inputs),
    },
    inputs: [...inputs, ...report],
  };
}

async function worker(entry) {
  const output = { format: "esm", minify: true, comments: false };
  const bundled = await bundle([entry], "playground/tsconfig.json", { platform: "browser" }, output);
  return { code: bundled.output[0].code, inputs: bundled.inputs };
}
