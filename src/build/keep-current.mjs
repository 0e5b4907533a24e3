import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = new URL("../../", import.meta.url);
/** Packages come into bundles, too, and these scripts say how. */
const ALWAYS = [
  "package-lock.json",
  ...readdirSync(new URL("src/build/", root)).map((name) => `src/build/${name}`),
];

/**
 * Fills a folder with what `make` returns: { files: text by name, inputs: paths of sources }; unless no source has
 * changed since it was last filled.
 */
export async function keepCurrent(folder, make) {
  const target = new URL(folder, root);
  const digests = new URL("digests.json", target);
  if (isCurrent(digests)) return;
  const { files, inputs } = await make();
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(new URL(name, target), text);
  const own = inputs
    .map((path) => relative(fileURLToPath(root), path))
    .filter((path) => !path.includes("node_modules"));
  const digestOfEach = [...new Set([...ALWAYS, ...own])].map((path) => [path, digestOf(path)]);
  writeFileSync(digests, JSON.stringify(Object.fromEntries(digestOfEach)));
}

function isCurrent(digests) {
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
