/**
 * Bundles what report.html carries into dist/browser/: page.js, page.css, and trainer.js for its worker; and live.js for a sweep that runs. Besides, predict.js, the module gridient/predict. Compiles the
 * kernel first, which the trainer contains. Does nothing when no file behind the bundles has changed.
 * @module
 */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = new URL("../../", import.meta.url);
const target = new URL("dist/browser/", root);
const digests = new URL("digests.json", target);
const styles = new URL("style/", import.meta.url);

await import("../kernels/simd/build.mjs");
if (!isCurrent()) await build();

async function build() {
  const { rolldown } = await import("rolldown");
  const inputs = new Set([fileURLToPath(import.meta.url)]);
  const bundle = async (entry, format = "iife") => {
    const input = fileURLToPath(new URL(entry, import.meta.url));
    const tsconfig = fileURLToPath(new URL("tsconfig.json", import.meta.url));
    const bundled = await rolldown({ input, platform: "browser", tsconfig });
    const { output } = await bundled.generate({ format, minify: true, comments: false });
    for (const path of await bundled.watchFiles) inputs.add(path);
    await bundled.close();
    return embeddable(output[0].code);
  };
  const files = {
    "page.js": await bundle("page.tsx"),
    "live.js": await bundle("live.tsx"),
    "predict.js": await bundle("../predict.ts", "esm"),
    "trainer.js": await bundle("training/trainer.ts"),
    "page.css": readStyles(inputs),
  };
  mkdirSync(target, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(new URL(name, target), text);
  const paths = [...inputs].map((path) => relative(fileURLToPath(root), path));
  writeFileSync(digests, JSON.stringify(Object.fromEntries(paths.map((path) => [path, digestOf(path)]))));
}

/** @throws {Error} if the code would end the element it stands in: its digest forbids to change it later. */
function embeddable(code) {
  if (/<\/script|<!--/i.test(code))
    throw new Error("Cannot embed a script as it must not hold </script or <!--");
  return code.trim();
}

/** Returns all style sheets as one, in the order of their names. */
function readStyles(inputs) {
  const paths = readdirSync(styles).sort();
  return paths
    .map((name) => {
      const url = new URL(name, styles);
      inputs.add(fileURLToPath(url));
      return readFileSync(url, "utf8");
    })
    .join("");
}

function isCurrent() {
  try {
    const built = JSON.parse(readFileSync(digests, "utf8"));
    return Object.entries(built).every(([path, digest]) => digestOf(path) === digest);
  } catch {
    return false;
  }
}

function digestOf(path) {
  return createHash("sha256")
    .update(readFileSync(new URL(path, root)))
    .digest("hex");
}
