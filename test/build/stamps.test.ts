import { mkdir, rename, rm, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import { isStamped, writeStamps } from "../../src/build/stamps.cjs";
import { temporaryFolder } from "../support/folders.ts";

const OLD = new Date("2020-01-01T00:00:00Z");
let root: string;

beforeEach(async () => {
  root = `${await temporaryFolder()}/`;
  await mkdir(join(root, "dist"));
  for (const name of ["a.ts", "b.ts"]) await writeFile(join(root, name), "export const a = 1;\n");
  writeStamps(["a.ts", "b.ts"], Date.now() + 1000, root);
});

it("knows the files that the build was made from", () => {
  expect(isStamped(root)).toBe(true);
});

it.each<[string, (path: string) => Promise<void>]>([
  ["edited, at the same size and with its old time", edited],
  ["replaced", replaced],
  ["touched", (path) => utimes(path, OLD, OLD)],
  ["removed", (path) => rm(path)],
])("has the build look again where a file was %s", async (_, change) => {
  await change(join(root, "b.ts"));
  expect(isStamped(root)).toBe(false);
});

it("notes nothing where a file may have changed while it was built", () => {
  writeStamps(["a.ts", "b.ts"], OLD.getTime(), root);
  expect(isStamped(root)).toBe(false);
});

async function edited(path: string): Promise<void> {
  await writeFile(path, "export const a = 2;\n");
  await utimes(path, OLD, OLD);
}

async function replaced(path: string): Promise<void> {
  await writeFile(`${path}.new`, "export const a = 1;\n");
  await rename(`${path}.new`, path);
}
