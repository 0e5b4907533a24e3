import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { gridient, type Ended } from "../commands/run-in.ts";
import { EVERY_RECORD } from "../support/every-record.ts";
import { digestsBelow, temporaryFolder } from "../support/folders.ts";
import { IS_LONG } from "../support/long-form.ts";
import { removeRecords, storedIds } from "../support/stored-records.ts";

/** One of each kind; the long form takes all, and check-record.test.ts reads and writes all in any form. */
const SHORT: readonly string[] = [
  "completed",
  "regression",
  "folds",
  "stopped",
  "diverged",
  "descent",
  "descent-diverged",
];
const KINDS = EVERY_RECORD.filter(({ name }) => IS_LONG || SHORT.includes(name));
const FILES = KINDS.map(({ name }) => `experiments/${name}.yaml`);
const TRIALS = 2;
const RECORDS = KINDS.length * TRIALS;

let cwd: string;
/** Of each command, run once for all kinds: what it ended with, and the digests of all results after it. */
const after = new Map<string, Ended & { readonly results: Readonly<Record<string, string>> }>();

/** Runs a command on what the ones before it left. */
async function step(name: string, ...args: string[]): Promise<void> {
  const ended = await gridient(cwd, args, { GRIDIENT_DATA_DIR: "" });
  after.set(name, { ...ended, results: await digestsBelow(join(cwd, "results")) });
}

beforeAll(async () => {
  cwd = await temporaryFolder();
  await mkdir(join(cwd, "experiments/data"), { recursive: true });
  await cp("experiments/data/flowers.csv", join(cwd, "experiments/data/flowers.csv"));
  for (const { name, spec } of KINDS) await writeFile(join(cwd, `experiments/${name}.yaml`), `${spec}\n`);
  await step("shard 1", "sweep", ...FILES, "--store", "one", "--shard", "1/2");
  await step("shard 2", "sweep", ...FILES, "--store", "two", "--shard", "2/2");
  await step("merge", "merge", "one", "two", "--store", "both");
  await step("verify", "store", "verify", "--store", "both");
  await step("list", "store", "ls", "--store", "both", "--json");
  await step("sweep", "sweep", ...FILES, "--store", "both");
  const ids = storedIds(join(cwd, "both"));
  await removeRecords(
    join(cwd, "both"),
    ids.filter((_, i) => i % 2 === 0),
  );
  await step("resume", "sweep", ...FILES, "--store", "both", "--shard", "1/1");
  await rm(join(cwd, "results"), { recursive: true });
  await step("report", "report", ...FILES, "--store", "both");
}, 120_000);

function resultsOf(name: string, command: string): Record<string, string> {
  const { results } = after.get(command)!;
  return Object.fromEntries(
    Object.entries(results).filter(([path]) => path.startsWith(`${name}/`) && !path.endsWith("timings.csv")),
  );
}

describe("every kind of record", () => {
  it.each(["shard 1", "shard 2", "merge", "verify", "list", "sweep", "resume", "report"])(
    "goes through %s, and none is damaged",
    (command) => {
      const { exitCode, stdout, stderr } = after.get(command)!;
      const text = stdout + stderr;
      expect({ exitCode, text }).toEqual({
        exitCode: 0,
        text: expect.not.stringMatching(/(?<!checked, 0 )damaged/) as string,
      });
    },
  );

  it("is counted", () => {
    const news = after.get("merge")!.stdout.matchAll(/^\w+: (\d+) records: \1 new$/gm);
    expect([...news].reduce((sum, [, count]) => sum + Number(count), 0)).toBe(RECORDS);
    expect(JSON.parse(after.get("list")!.stdout)).toHaveLength(RECORDS);
  });

  it.each(KINDS)("$name: is $status, and comes to the same results again", ({ name, status }) => {
    const rows = JSON.parse(after.get("list")!.stdout) as { experiments: string[]; status: string }[];
    const own = rows.filter(({ experiments }) => experiments.includes(name));
    expect(own.map((row) => row.status)).toEqual([status, status]);
    expect(after.get("sweep")!.stdout).toContain(`results: results/${name}, 2 of 2 trials from the store`);
    const written = resultsOf(name, "sweep");
    expect(Object.keys(written)).toContain(`${name}/trials.csv`);
    expect(resultsOf(name, "report")).toEqual(written);
  });
});
