const { readFileSync, rmSync, statSync, writeFileSync } = require("node:fs");
const path = require("node:path");

const ROOT = path.join(__dirname, "../../");
const STAMPS = "dist/stamps.json";

/**
 * Returns whether every file that the build was made from is still as it was then. Reads none of them, which takes a
 * hundredth of a second.
 */
function isStamped(root = ROOT) {
  try {
    const stamps = Object.entries(JSON.parse(readFileSync(root + STAMPS, "utf8")));
    return stamps.every(([path, stamp]) => stampOf(root + path) === stamp);
  } catch {
    return false;
  }
}

/**
 * Notes the files that the build was made from.
 * @param began When the build began, in milliseconds since 1970. A file that has changed since then may have been read
 * before: then nothing is noted, and the next build compares contents again.
 */
function writeStamps(paths, began, root = ROOT) {
  const stamps = Object.fromEntries(paths.map((path) => [path, stampOf(root + path)]));
  if (paths.every((path) => changedAt(root + path) < began)) {
    writeFileSync(root + STAMPS, JSON.stringify(stamps));
  } else rmSync(root + STAMPS, { force: true });
}

/** Programs can set the time of a file's contents, but not that of its last change. */
function stampOf(path) {
  const { ino, size, mtimeMs, ctimeMs } = statSync(path);
  return [ino, size, mtimeMs, ctimeMs].join("/");
}

function changedAt(path) {
  const { mtimeMs, ctimeMs } = statSync(path);
  return Math.max(mtimeMs, ctimeMs);
}

module.exports = { isStamped, writeStamps };
