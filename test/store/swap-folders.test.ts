import { execFile } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { temporaryFolder } from "../support/folders.ts";

const BUILT = new URL("../../dist/store/results-folder.js", import.meta.url).href;

/** Replaces a folder of results twenty times, each time with other contents. */
const REPLACING = `
  const { replaceResults } = await import(${JSON.stringify(BUILT)});
  for (let i = 0; i < 20; i++)
    await replaceResults(process.argv[1], [
      { path: "trials.csv", content: process.pid + " " + i },
      { path: "summary.md", content: process.pid + " " + i },
    ]);
`;

it("several processes that replace one folder at once leave the files of one, the user's files, and nothing else", async () => {
  const parent = await temporaryFolder();
  const folder = join(parent, "lr");
  await mkdir(join(folder, "notes"), { recursive: true });
  await writeFile(join(folder, "notes/mine.txt"), "mine");
  const args = ["--input-type=module", "--eval", REPLACING, folder];
  await Promise.all(Array.from({ length: 4 }, () => promisify(execFile)(process.execPath, args)));
  expect(await readdir(parent)).toEqual(["lr"]);
  const files = await readdir(folder, { recursive: true });
  expect(files.toSorted()).toEqual(["notes", "notes/mine.txt", "summary.md", "trials.csv"]);
  const [summary, trials] = ["summary.md", "trials.csv"].map((name) => readFile(join(folder, name), "utf8"));
  expect(await summary).toBe(await trials);
  expect(await readFile(join(folder, "notes/mine.txt"), "utf8")).toBe("mine");
});
