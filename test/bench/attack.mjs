/**
 * `npm run bench:attack -- --write`: makes ATTACK.md, the attack's table: the tests of each kind of attack, how many there
 * are and how many fail; time and memory of each small hostile file; time and memory of commands on many trials.
 * `GRIDIENT_TESTS=long` runs the long form; the path of an earlier build's dist/program/cli.js adds what that takes.
 * @module
 */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const KINDS = {
  "outputs that are devices, pipes or below /proc": ["test/files"],
  "a Redis that forgets, refuses or holds strange things": ["test/fleet/lost-data.test.ts"],
  "two processes in one store and results folder": [
    "test/store/swap-folders.test.ts",
    "test/store/claims.test.ts",
  ],
  "tables longer than a string, long tables on a terminal": [
    "test/results/long-tables.test.ts",
    "test/report/terminal/long-table.test.ts",
    "test/report/page/curves-kept.test.ts",
  ],
  "small files that ask for much": ["test/security/small-files.test.ts", "test/security/data-files.test.ts"],
  "model files": ["test/model/files.test.ts"],
  "records that are sealed but are none": ["test/store/check-record.test.ts"],
  "low limits of the system": ["test/e2e/limits.test.ts", "test/e2e/disk.test.ts"],
  "hostile texts": ["test/security/text.test.ts", "test/commands/console"],
  packages: ["test/licenses"],
  "flushes to the disk": ["test/store/durability.test.ts"],
};
const TRIALS = "4000";

/** The dist/program/cli.js of an earlier build, to compare with. */
const before = process.argv.find((argument) => argument.endsWith("cli.js"));
const root = fileURLToPath(new URL("../../", import.meta.url));
const rows = Object.entries(KINDS).map(([kind, files]) => `| ${[kind, ...countTests(files)].join(" | ")} |`);
const text = `# Results of the attack

Made by \`npm run bench:attack -- --write\`. The limits themselves are in [LIMITS.md](../../experiments/LIMITS.md).

## Kinds of attack

Each test is one attack or more; those of the long form count where they ran.

| kind | tests | failures | left to the long form |
| --- | --: | --: | --: |
${rows.join("\n")}

## Small files that ask for much

\`validate\` on each; a process that does nothing takes about 0.4 s of CPU time and 60 MB.

${script("hostile.mjs")}
## ${Number(TRIALS).toLocaleString("en")} trials

${script("large.mjs", TRIALS, "short")}${before === undefined ? "" : `\n### Before\n\n${script("large.mjs", TRIALS, "short", before)}`}`;
const file = new URL("ATTACK.md", import.meta.url);
/** Measured apart, as it takes long: it stays as it is. */
const large = readFileSync(file, "utf8").split("\n## 100,000 trials\n")[1];
const whole = large === undefined ? text : `${text}\n## 100,000 trials\n${large}`;
if (process.argv.includes("--write")) writeFileSync(file, whole);
else console.log(whole);

function script(name, ...args) {
  const file = fileURLToPath(new URL(name, import.meta.url));
  return spawnSync(process.execPath, [file, ...args], { encoding: "utf8" }).stdout;
}

function countTests(files) {
  const args = ["vitest", "run", "--config", "test/vitest.config.ts", "--reporter=json", ...files];
  const { stdout } = spawnSync("npx", args, { cwd: root, encoding: "utf8", maxBuffer: 1e9 });
  const found = JSON.parse(stdout.slice(stdout.indexOf("{")));
  const { numPassedTests, numFailedTests, numPendingTests } = found;
  return [numPassedTests + numFailedTests, numFailedTests, numPendingTests];
}
