import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { root } from "../platforms/root.mjs";

/** Where tests are that run a folder's code in their own process: test/e2e, for one, runs what has been built. */
const FOLDERS = {
  "src/kernels/reference": ["kernels", "training"],
  "src/training": ["training"],
  "src/store": ["store", "pipeline"],
  "src/spec": ["spec", "trials"],
  "src/results": ["results", "report"],
};
/** Tests of the command line take minutes: they are for code that no other test reaches. */
const LAST_RESORT = "commands";
/** They train a small trial of every kind and compare its bits: first for whatever trains. */
const PINNED = "test/training/pinned.test.ts";

/** The folders whose code is mutated. */
export const MUTATED = Object.keys(FOLDERS);

/**
 * Returns the tests of a file in groups, in the order in which they should be tried: that of its name, those that import
 * it themselves, and the others of its folder that reach it.
 * @returns {string[][]}
 */
export function testsOf(file) {
  const folder = MUTATED.find((candidate) => file.startsWith(`${candidate}/`));
  const reaching = (names) => names.flatMap(testsBelow).filter((test) => reached(test).has(file));
  const near = reaching(FOLDERS[folder] ?? []);
  const tests = near.length > 0 ? near : reaching([LAST_RESORT]);
  const trains = folder === "src/training" || folder === "src/kernels/reference";
  const rankOf = (test) => {
    if (posix.basename(test, ".test.ts") === posix.basename(file, ".ts")) return 0;
    return importsOf(test).includes(file) || (trains && test === PINNED) ? 1 : 2;
  };
  return [0, 1, 2]
    .map((rank) => tests.filter((test) => rankOf(test) === rank))
    .filter(({ length }) => length > 0);
}

const below = new Map();

function testsBelow(folder) {
  if (!below.has(folder)) {
    const names = readdirSync(join(root, "test", folder), { recursive: true, encoding: "utf8" });
    const tests = names
      .filter((name) => name.endsWith(".test.ts"))
      .map((name) => posix.join("test", folder, name));
    below.set(folder, tests.toSorted());
  }
  return below.get(folder);
}

const imported = new Map();

/** Returns what a file imports of our own, at once or later. */
function importsOf(file) {
  if (!imported.has(file)) {
    const text = readFileSync(join(root, file), "utf8");
    const targets = [...text.matchAll(/^(?:import|export)\b(?! type)[^;]*?from "(\.[^"]+\.ts)"/gm)];
    const later = [...text.matchAll(/\bimport\("(\.[^"]+\.ts)"\)/g)];
    const paths = [...targets, ...later].map(([, target]) => posix.join(dirname(file), target));
    imported.set(file, paths.filter(isThere));
  }
  return imported.get(file);
}

function isThere(file) {
  return file.startsWith("src/") ? !/\/wasm\.ts$|^src\/validators\//.test(file) : file.startsWith("test/");
}

/** Returns every file that a test runs, itself included. */
function reached(test) {
  const files = new Set([test]);
  for (const file of files) for (const target of importsOf(file)) files.add(target);
  return files;
}
