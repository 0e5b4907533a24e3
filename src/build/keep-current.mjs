import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = new URL("../../", import.meta.url);
const DIGESTS = "digests.json";
/** Packages come into bundles, too, and these scripts say how. */
const ALWAYS = [
  "package-lock.json",
  ...readdirSync(new URL("src/build/", root)).map((name) => `src/build/${name}`),
];

/**
 * Fills a folder with what `make` returns: { files: text by name, inputs: paths of sources }; unless no source has
 * changed since it was last filled. Returns the sources, as paths from the root.
 */
export async function keepCurrent(folder, make) {
  const target = new URL(folder, root);
  const current = currentSources(new URL(DIGESTS, target));
  if (current) return current;
  const { files, inputs } = await make();
  // Made beside it and renamed: a command that starts meanwhile finds the old one whole.
  const fresh = new URL(`../.${basename(folder)}-${process.pid}/`, target);
  mkdirSync(fresh, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(fileURLToPath(new URL(name, fresh))), { recursive: true });
    writeFileSync(new URL(name, fresh), text);
  }
  const digests = digestsOf(inputs);
  writeFileSync(new URL(DIGESTS, fresh), JSON.stringify(digests));
  rmSync(target, { recursive: true, force: true });
  renameSync(fresh, target);
  return Object.keys(digests);
}

function digestsOf(inputs) {
  const own = inputs
    .map((path) => relative(fileURLToPath(root), path))
    .filter((path) => !path.includes("node_modules"));
  return Object.fromEntries([...new Set([...ALWAYS, ...own])].map((path) => [path, digestOf(path)]));
}

/** Returns the sources that a folder was filled from; undefined if one has changed. */
function currentSources(digests) {
  try {
    const built = JSON.parse(readFileSync(digests, "utf8"));
    const isCurrent = Object.entries(built).every(([path, digest]) => digestOf(path) === digest);
    return isCurrent ? Object.keys(built) : undefined;
  } catch {
    return undefined;
  }
}

function digestOf(path) {
  return createHash("sha256")
    .update(readFileSync(new URL(path, root)))
    .digest("hex");
}
