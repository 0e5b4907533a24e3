/**
 * `npm run mutate [-- --sample N --seed N FOLDER ...]`: changes one operator, condition or number of the code at a time and
 * sees whether a test of that code fails. Prints every mutant that none has noticed, and a table of the folders. Mutants of
 * equivalent.mjs do not count. Exit code 1 if one survived.
 * @module
 */
import { readdirSync } from "node:fs";
import { join, posix } from "node:path";
import { parseArgs } from "node:util";
import { RandomStream } from "../../dist/math/random-stream.js";
import { root } from "../platforms/root.mjs";
import { isEquivalent } from "./equivalent.mjs";
import { mutantsOf } from "./mutants-of.mjs";
import { runTests, stopTests } from "./run-tests.mjs";
import { MUTATED, testsOf } from "./tests-of.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sample: { type: "string", default: "300" }, seed: { type: "string", default: "1" } },
});
const wanted = positionals.length > 0 ? positionals : MUTATED;
const all = filesBelow(wanted).flatMap(mutantsOf);
const candidates = all.filter((mutant) => !isEquivalent(mutant));
const chosen = sampleOf(candidates, Number(values.sample), Number(values.seed));
console.log(
  `${all.length} mutants, ${all.length - candidates.length} known to be equivalent; ${chosen.length} are tried`,
);

const score = new Map();
for (const [index, mutant] of chosen.entries()) {
  const fate = await classify(mutant);
  const { file, line, before, after } = mutant;
  console.log(
    `${index + 1}/${chosen.length} ${fate.padEnd(9)} ${file}:${line} ${oneLine(before)} -> ${oneLine(after)}`,
  );
  const folder = MUTATED.find((candidate) => file.startsWith(`${candidate}/`)) ?? file;
  score.set(folder, { killed: 0, survived: 0, untested: 0, ...score.get(folder) });
  score.get(folder)[fate] += 1;
  if (fate !== "killed") process.exitCode = 1;
}
console.table(
  Object.fromEntries([...score].map(([folder, counts]) => [folder, { ...counts, share: share(counts) }])),
);

stopTests();

/** Tries the nearest tests first: most mutants do not come past them. */
async function classify(mutant) {
  const groups = testsOf(mutant.file);
  for (const tests of groups) if (!(await runTests(tests, mutant))) return "killed";
  return groups.length > 0 ? "survived" : "untested";
}

function filesBelow(paths) {
  return paths.flatMap((path) => {
    if (path.endsWith(".ts")) return [path];
    const names = readdirSync(join(root, path), { recursive: true, encoding: "utf8" });
    const files = names.filter((name) => name.endsWith(".ts")).map((name) => posix.join(path, name));
    return files.toSorted();
  });
}

/** Draws without replacement, the same ones of the same code for the same seed; so far as one gets, it is a sample. */
function sampleOf(items, count, seed) {
  const random = new RandomStream([seed, 0]);
  const drawn = new Set();
  while (drawn.size < Math.min(count, items.length)) drawn.add(random.integer(items.length));
  return [...drawn].map((index) => items[index]);
}

function oneLine(text) {
  return JSON.stringify(text.replaceAll(/\s+/g, " ").slice(0, 80));
}

function share({ killed, survived, untested }) {
  return `${((100 * killed) / (killed + survived + untested)).toFixed(1)} %`;
}
