import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readResults, readStandings } from "../../src/pipeline/read-results.ts";
import { answerOf } from "../../src/report/summary/answer.ts";
import { temporaryFolder } from "../support/folders.ts";

const RESULTS = new URL("../../results/xor/", import.meta.url).pathname;

it("readStandings() gives the answer that all tables give, whatever the rows of trials hold", async () => {
  const folder = await temporaryFolder();
  copyFileSync(join(RESULTS, "summary.json"), join(folder, "summary.json"));
  const [heading] = readFileSync(join(RESULTS, "trials.csv"), "utf8").split("\n");
  writeFileSync(join(folder, "trials.csv"), `${heading}\nthese,are,no,trials\n`);
  writeFileSync(join(folder, "epochs.csv"), "nor,are,these,epochs\n1\n");
  const answer = answerOf(await readStandings({ folder }));
  expect(answer).toEqual(answerOf(await readResults({ folder: RESULTS })));
  await expect(readResults({ folder })).rejects.toThrow(/epochs.csv is not a table/);
});
