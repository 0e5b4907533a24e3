import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bundle } from "./bundle.mjs";
import { notices } from "./notices.mjs";

const styles = new URL("../browser/style/", import.meta.url);

/**
 * Bundles what report.html carries: page.js, page.css, and trainer.js for its worker; live.js for a sweep that runs;
 * and predict.js, the module gridient/predict.
 */
export async function browserFiles() {
  const scripts = {
    "page.js": await script("browser/page.tsx"),
    "live.js": await script("browser/live.tsx"),
    "predict.js": await script("predict.ts", "esm"),
    "trainer.js": await script("browser/training/trainer.ts"),
  };
  const sheets = readdirSync(styles)
    .sort()
    .map((name) => fileURLToPath(new URL(name, styles)));
  const inputs = Object.values(scripts).flatMap((script) => script.inputs);
  const codes = Object.entries(scripts).map(([name, { code }]) => [name, code]);
  return {
    files: {
      ...Object.fromEntries(codes),
      "page.css": sheets.map((path) => readFileSync(path, "utf8")).join(""),
      "LICENSES.txt": notices(inputs),
    },
    inputs: [...inputs, ...sheets],
  };
}

async function script(entry, format = "iife") {
  const output = { format, minify: true, comments: false };
  const bundled = await bundle([entry], "browser/tsconfig.json", { platform: "browser" }, output);
  return { code: embeddable(bundled.output[0].code), inputs: bundled.inputs };
}

/** @throws {Error} if the code would end its element: it cannot be changed later because of its digest. */
function embeddable(code) {
  if (/<\/script|<!--/i.test(code)) throw new Error("An embedded script must not contain </script or <!--");
  return code.trim();
}
