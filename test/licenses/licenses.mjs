/**
 * Lists the licences of all packages that come with gridient, bundled or not, as the lock file and the installed packages
 * state them.
 * Exit code 1 if one is not known to allow what the MIT licence allows.
 * @module
 */
import { existsSync, readFileSync } from "node:fs";

const root = new URL("../../", import.meta.url);
/** Permissive ones: they ask for no more than their notice. */
const ALLOWED = ["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "Unlicense"];

/** Where the build lists what it has bundled. */
const NOTICES = ["dist/program/LICENSES.txt", "dist/browser/LICENSES.txt"];

const { packages } = readJson("package-lock.json");
const bundled = new Set(NOTICES.flatMap((path) => readText(path).match(/^\S+ \d\S* \([^)]+\)$/gm)));
const byLicense = new Map();
for (const [path, { dev, license, version }] of Object.entries(packages)) {
  if (path === "") continue;
  const stated = statedLicense(path, license);
  const name = path.slice(path.lastIndexOf("node_modules/") + 13);
  if (dev && !bundled.has(`${name} ${version} (${stated})`)) continue;
  byLicense.set(stated, [...(byLicense.get(stated) ?? []), `${name}@${version}`]);
}

for (const license of [...byLicense.keys()].sort((a, b) => (a < b ? -1 : 1))) {
  const isAllowed = ALLOWED.includes(license);
  console.log(`${license}${isAllowed ? "" : " (not allowed)"}\n  ${byLicense.get(license).join("\n  ")}`);
  if (!isAllowed) process.exitCode = 1;
}

/** A package for another system is not installed; for others both statements must agree. */
function statedLicense(path, locked = "unknown") {
  const manifest = `${path}/package.json`;
  const installed = existsSync(new URL(manifest, root)) ? readJson(manifest).license : locked;
  return installed === locked ? locked : `${locked} or ${installed}`;
}

function readJson(path) {
  return JSON.parse(readText(path));
}

function readText(path) {
  return readFileSync(new URL(path, root), "utf8");
}
