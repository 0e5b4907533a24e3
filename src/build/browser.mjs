import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { deflateSync, strToU8 } from "fflate";
import { bundle } from "./bundle.mjs";
import { notices } from "./notices.mjs";

const styles = new URL("../browser/style/", import.meta.url);

/**
 * Bundles what report.html carries: page.js, page.css, and trainer.txt for its worker, compressed; live.js for a sweep that
 * runs; index.js and index.css for a list of results; and predict.js, the module gridient/predict.
 */
export async function browserFiles() {
  const scripts = {
    "page.js": await script("browser/page.tsx"),
    "live.js": await script("browser/live.tsx"),
    "index.js": await script("browser/index/index-page.ts"),
    "predict.js": await script("predict.ts", "esm"),
  };
  const trainer = await script("browser/training/trainer.ts");
  const sheets = readdirSync(styles)
    .sort()
    .map((name) => fileURLToPath(new URL(name, styles)));
  const inputs = [...Object.values(scripts), trainer].flatMap((script) => script.inputs);
  const codes = Object.entries(scripts).map(([name, { code }]) => [name, code]);
  return {
    files: {
      ...Object.fromEntries(codes),
      "trainer.txt": Buffer.from(deflateSync(strToU8(trainer.code), { level: 9, mem: 8 })).toString("base64"),
      "page.css": joined(sheets.filter((path) => !path.endsWith("index.css"))),
      "index.css": joined(sheets),
      "LICENSES.txt": notices(inputs),
    },
    inputs: [...inputs, ...sheets],
  };
}

function joined(paths) {
  return paths.map((path) => readFileSync(path, "utf8")).join("");
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
