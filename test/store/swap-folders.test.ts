import { spawnSync } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { expect, it } from "vitest";
import { temporaryFolder } from "../support/folders.ts";

const BUILT = new URL("../../dist/store/results-folder.js", import.meta.url).href;

/** Replaces a folder of results twenty times, each time with other contents. */
const REPLACING = `
  const { replaceResults } = await import(${JSON.stringify(BUILT)});
  for (let i = 0; i < 20; i++)
    await replaceResults(process.argv[1], [
      { path: "trials.csv", content: process.argv[2] + " " + i },
      { path: "summary.md", content: process.argv[2] + " " + i },
    ]);
`;

const ARGS = ["--input-type=module", "--eval", REPLACING];
/** In a container of its own, as far as process numbers go; the host name is the same. */
const CONTAINER = ["unshare", "--pid", "--fork", "--mount-proc"];
const hasContainers = spawnSync(CONTAINER[0]!, [...CONTAINER.slice(1), "true"]).status === 0;

it("several processes that replace one folder at once leave the files of one, the user's files, and nothing else", async () => {
  await expectOneWinner([[process.execPath], [process.execPath], [process.execPath], [process.execPath]]);
});

it.runIf(hasContainers)("so do two containers of one host name", async () => {
  await expectOneWinner([
    [...CONTAINER, process.execPath],
    [...CONTAINER, process.execPath],
  ]);
});

async function expectOneWinner(commands: readonly (readonly string[])[]): Promise<void> {
  const parent = await temporaryFolder();
  const folder = join(parent, "lr");
  await mkdir(join(folder, "notes"), { recursive: true });
  await writeFile(join(folder, "notes/mine.txt"), "mine");
  await Promise.all(
    commands.map(([program, ...args], i) => execa(program!, [...args, ...ARGS, folder, String(i)])),
  );
  expect(await readdir(parent)).toEqual(["lr"]);
  const files = await readdir(folder, { recursive: true });
  expect(files.toSorted()).toEqual(["notes", "notes/mine.txt", "summary.md", "trials.csv"]);
  const [summary, trials] = ["summary.md", "trials.csv"].map((name) => readFile(join(folder, name), "utf8"));
  expect(await summary).toBe(await trials);
  expect(await readFile(join(folder, "notes/mine.txt"), "utf8")).toBe("mine");
}
