import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { execa } from "execa";
import { beforeEach, describe, expect, it } from "vitest";
import { digestsBelow, temporaryFolder } from "../support/folders.ts";
import { itLong } from "../support/long-form.ts";
import { storedLines } from "../support/stored-records.ts";

const CLI = fileURLToPath(new URL("../../dist/program/cli.js", import.meta.url));
const SPEC = `
dataset: {name: digits, train: 1500, validation: 100, test: 100}
architecture: {hidden: [[20], [10, 10]]}
eta: [0.3, 3]
epochs: [2, 12]
replicates: 6
`;

let cwd: string;
beforeEach(async () => {
  cwd = await temporaryFolder();
  await mkdir(join(cwd, "experiments"));
  await spec("shared", SPEC);
});

async function spec(name: string, text: string): Promise<void> {
  await writeFile(join(cwd, "experiments", `${name}.yaml`), text);
}

/** Sweeps over the one store of the folder, with results of its own. */
function sweep(name: string, out: string) {
  const args = ["sweep", `experiments/${name}.yaml`, "--workers", "1", "--out", out, "--store", "store"];
  return execa(process.execPath, [CLI, ...args], { cwd, reject: false });
}

/** Ids of the trials that a sweep trained itself. */
async function trained(name: string, out: string): Promise<string[]> {
  const csv = await readFile(join(cwd, out, name, "timings.csv"), "utf8").catch(() => "id\n");
  return parse<{ id: string }>(csv, { columns: true }).map(({ id }) => id);
}

async function results(name: string, out: string): Promise<Record<string, string>> {
  const { "timings.csv": _, ...files } = await digestsBelow(join(cwd, out, name));
  return files;
}

function records(): string[] {
  return storedLines(join(cwd, "store")).map(({ id }) => id);
}

describe("a store that several sweeps use at once", () => {
  it("has every trial trained by one of them, and gives all the same results", async () => {
    const runs = await Promise.all([sweep("shared", "a"), sweep("shared", "b"), sweep("shared", "c")]);
    expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0]);
    const ids = (await Promise.all(["a", "b", "c"].map((out) => trained("shared", out)))).flat();
    expect(ids).toHaveLength(48);
    expect(new Set(ids).size).toBe(48);
    expect(await results("shared", "b")).toEqual(await results("shared", "a"));
    expect(await results("shared", "c")).toEqual(await results("shared", "a"));
    expect(await readdir(join(cwd, "store", "claims"))).toEqual([]);
  });

  itLong("has trials of two experiments with overlapping grids trained once", async () => {
    await spec("other", SPEC.replace("[0.3, 3]", "[3, 1]"));
    const runs = await Promise.all([sweep("shared", "a"), sweep("other", "b")]);
    expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    const ids = [...(await trained("shared", "a")), ...(await trained("other", "b"))];
    expect(ids).toHaveLength(72);
    expect(new Set(ids).size).toBe(72);
  });

  itLong("lets a sweep take over what a killed one had claimed", async () => {
    const killed = sweep("shared", "a");
    while (records().length < 4) await new Promise((resolve) => setTimeout(resolve, 10));
    const other = sweep("shared", "b");
    killed.kill("SIGKILL");
    await killed;
    const before = records().length;
    expect(await other).toMatchObject({ exitCode: 0 });
    expect(records()).toHaveLength(48);
    expect((await trained("shared", "b")).length).toBeGreaterThanOrEqual(48 - before);
    await sweep("shared", "c");
    expect(await trained("shared", "c")).toEqual([]);
    expect(await results("shared", "c")).toEqual(await results("shared", "b"));
  });
});
