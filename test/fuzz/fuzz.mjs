/**
 * `npm run fuzz`: holds every property about damaged specs, and of combinations of settings, to 10,000 cases, in rounds that each say how far they are and
 * can be replayed alone. `--cases N` and `--seed N` change how many and which. Exit code 1 at the first broken property.
 * @module
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "../platforms/root.mjs";

const ROUND = 500;
const TESTS = [
  "test/spec/experiment/read-experiment-laws.test.ts",
  "test/spec/hostile-specs.test.ts",
  "test/spec/foreign-words.test.ts",
  "test/training/every-combination.test.ts",
];

const { values } = parseArgs({
  options: {
    cases: { type: "string", default: "10000" },
    seed: { type: "string", default: String(Date.now() % 2 ** 31) },
  },
});
const [total, firstSeed] = [Number(values.cases), Number(values.seed)];

for (let done = 0; done < total && !process.exitCode; done += ROUND) {
  const [cases, seed] = [Math.min(ROUND, total - done), firstSeed + done / ROUND];
  const { status, stdout, stderr } = runRound(cases, seed);
  if (status === 0) console.log(`${done + cases} of ${total} cases of each property hold`);
  else {
    console.error(`${stdout}${stderr}\nto replay: npm run fuzz -- --cases ${cases} --seed ${seed}`);
    process.exitCode = 1;
  }
}

function runRound(cases, seed) {
  const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
  const options = ["--config", "test/vitest.config.ts", "--testTimeout", "3600000"];
  return spawnSync(process.execPath, [vitest, "run", ...options, ...TESTS], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, GRIDIENT_FUZZ: String(cases), GRIDIENT_FUZZ_SEED: String(seed) },
  });
}
