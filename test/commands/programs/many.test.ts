import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { IS_LONG } from "../../support/long-form.ts";
import { programFolder, sweepPrograms } from "./program-folder.ts";

/** What a sweep that takes long prints from time to time. */
const PROGRESS = /^a: \d+ of \d+ trials/;
const TRIALS = IS_LONG ? 2000 : 40;

test(`${TRIALS} trials of 10 ms each leave a record, and nothing else`, { timeout: 600_000 }, async () => {
  const folder = await programFolder(
    `sleep 0.01; echo "{\\"loss\\": $1}"`,
    `parameters: {fault: {range: {from: 1, to: ${TRIALS}, step: 1}}}\nmetrics: {loss: minimize}\nrun: {workers: 8}\n`,
  );
  const { exitCode, stderr } = await sweepPrograms(folder, [], { TMPDIR: folder });
  const lines = stderr.split("\n").filter((line) => !PROGRESS.test(line));
  expect({ exitCode, printed: lines.join("\n") }).toEqual({ exitCode: 0, printed: "" });
  const [, ...rows] = (await readFile(join(folder, "results/a/trials.csv"), "utf8")).trim().split("\n");
  expect(rows.map((row) => row.split(",").at(-1))).toEqual(
    Array.from({ length: TRIALS }, (_, i) => `${i + 1}`),
  );
  expect((await readdir(folder)).filter((name) => name.startsWith("gridient-trials-"))).toEqual([]);
});
