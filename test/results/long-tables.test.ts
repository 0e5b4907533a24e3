import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { resultFiles } from "../../src/results/result-files.ts";
import { replaceResults } from "../../src/store/results-folder.ts";
import { temporaryFolder } from "../support/folders.ts";
import { mixedResults } from "./mixed-results.ts";

test("a table that is too large to commit is never one string, and is written all the same", async () => {
  const results = mixedResults();
  const [trial] = results.trials.filter(({ record }) => record?.status === "completed");
  const trials = Array.from({ length: 40_000 }, () => trial!);
  const files = resultFiles({ ...results, trials });
  const epochs = files.find(({ path }) => path === "epochs.csv")!;
  expect(epochs).toMatchObject({ content: "", committed: false });
  const pieces = [...epochs.pieces!()];
  expect(pieces.length).toBeGreaterThan(5);
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(1_100_000);
  const folder = join(await temporaryFolder(), "results");
  await replaceResults(folder, files);
  expect((await readFile(join(folder, "epochs.csv"), "utf8")) === pieces.join("")).toBe(true);
  const { ino } = await stat(join(folder, "epochs.csv"));
  await replaceResults(folder, files);
  expect((await stat(join(folder, "epochs.csv"))).ino).toBe(ino); // all is there already
});
