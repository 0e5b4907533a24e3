/**
 * `npm pack` and `npm publish` run this before and after they read the folder. In the package, README.md has links to the
 * code host, as pages of docs/ and pictures are not in it, and package.json does not have the parts that serve only a clone.
 * @module
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";

const root = new URL("../../", import.meta.url);
/** Has the files of the clone while the package is made. */
const kept = new URL(".tmp-pack/", root);
const FILES = ["README.md", "package.json"];
const OF_CLONE = new Set(["scripts", "devDependencies", "overrides", "gridient"]);

if (process.argv[2] === "restore") restore();
else {
  if (existsSync(kept)) restore(); // the last package was never finished
  const [readme, manifest] = FILES.map((name) => readFileSync(new URL(name, root), "utf8"));
  mkdirSync(kept);
  for (const name of FILES) renameSync(new URL(name, root), new URL(name, kept));
  const facts = JSON.parse(manifest);
  writeFileSync(new URL("README.md", root), absoluteLinks(readme, facts));
  writeFileSync(new URL("package.json", root), publicManifest(facts));
}

function restore() {
  for (const name of FILES)
    if (existsSync(new URL(name, kept))) renameSync(new URL(name, kept), new URL(name, root));
  rmSync(kept, { recursive: true, force: true });
}

function publicManifest(facts) {
  const kept = Object.entries(facts).filter(([key]) => !OF_CLONE.has(key));
  return `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`;
}

/** Returns Markdown with links to the files of this version on the code host. */
function absoluteLinks(text, { homepage, version }) {
  const host = homepage.replace(/#.*/, "");
  const raw = host.replace("https://github.com/", "https://raw.githubusercontent.com/");
  return text.replaceAll(/(!?)(\[[^\]]*\])\((?!https?:|#)([^)]+)\)/g, (_, picture, label, path) => {
    const start = picture ? `${raw}/v${version}` : `${host}/blob/v${version}`;
    return `${picture}${label}(${start}/${path})`;
  });
}
