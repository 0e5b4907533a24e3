/**
 * `npm run bench:attack -- --write`: makes ATTACK.md, the attack's table: the tests of each kind of attack, how many there
 * are and how many fail; time and memory of each small hostile file. `GRIDIENT_TESTS=long` runs the long form.
 * @module
 */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { hostile } from "./hostile.ts";

const KINDS = {
  "outputs that are devices, pipes or below /proc": ["test/files"],
  "a Redis that forgets, refuses or holds strange things": ["test/fleet/lost-data.test.ts"],
  "two processes in one store and results folder": [
    "test/store/swap-folders.test.ts",
    "test/store/claims.test.ts",
  ],
  "tables longer than a string, long tables on a terminal": [
    "test/results/long-tables.test.ts",
    "test/terminal/long-table.test.ts",
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

const root = fileURLToPath(new URL("../../", import.meta.url));
const file = new URL("ATTACK.md", import.meta.url);
const kinds = Object.entries(KINDS).map(([kind, files]) => `| ${[kind, ...countTests(files)].join(" | ")} |`);
const text = `# Results of the attack

Made by \`npm run bench:attack -- --write\`. The limits themselves are in [limits.md](../../docs/reference/limits.md).

## Kinds of attack

Each test is one attack or more; those of the long form count where they ran.

| kind | tests | failures | left to the long form |
| --- | --: | --: | --: |
${kinds.join("\n")}

## Small files that ask for much

\`validate\` on each; a process that does nothing takes about 0.4 s of CPU time and 60 MB.

\`\`\`text
${hostile.text(await hostile.measure("full"))}
\`\`\`
`;
/** Measured apart, because it takes long: it stays as it is. */
const [, many] = readFileSync(file, "utf8").split(/\n(?=## 4,000 trials\n)/);
const whole = many === undefined ? text : `${text}\n${many}`;
if (process.argv.includes("--write")) writeFileSync(file, whole);
else console.log(whole);

/** Returns how many tests have run, have failed and were left out. */
function countTests(files: readonly string[]): number[] {
  const args = ["vitest", "run", "--config", "test/vitest.config.ts", "--reporter=json", ...files];
  const { stdout } = spawnSync("npx", args, { cwd: root, encoding: "utf8", maxBuffer: 1e9 });
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(
    stdout.slice(stdout.indexOf("{")),
  ) as TestCounts;
  return [numPassedTests + numFailedTests, numFailedTests, numPendingTests];
}

interface TestCounts {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
}
