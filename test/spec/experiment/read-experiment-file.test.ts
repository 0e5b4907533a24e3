import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readExperimentFile } from "../../support/read-experiment.ts";
import { specText } from "../valid-spec.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gridient-spec-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function readBytes(content: string | Uint8Array) {
  const file = join(folder, "lr.yaml");
  await writeFile(file, content);
  return readExperimentFile(file, { limit: 10 });
}

test("readExperimentFile() reads a file", async () => {
  const { experiment, problems } = await readBytes(`\uFEFF${specText()}`);
  expect(problems).toEqual([]);
  expect(experiment).toMatchObject({ name: "lr", file: join(folder, "lr.yaml") });
});

test.each([
  ["an empty file", "", "The file contains no experiment"],
  ["a NUL byte", `${specText()}\0`, "NUL byte"],
  ["UTF-16", Buffer.from(`\uFEFF${specText()}`, "utf16le"), "must be UTF-8"],
  ["Latin-1", Buffer.from("description: \u00E9\n", "latin1"), "must be UTF-8"],
  ["100 kB and a byte", "#".repeat(100_001), "at most 100000 bytes (got 100001)"],
])("readExperimentFile() refuses %s", async (_, content, message) => {
  const { experiment, problems } = await readBytes(content);
  expect(experiment).toBeUndefined();
  expect(problems).toMatchObject([{ severity: "error", message: expect.stringContaining(message) }]);
});

test("readExperimentFile() refuses what is no file", async () => {
  for (const [file, message] of [
    [folder, "must be a regular file (got a folder)"],
    [join(folder, "absent.yaml"), `File not found: ${join(folder, "absent.yaml")}`],
    [join(folder, "nul\0.yaml"), "The file name must have no invisible characters"],
  ] as const) {
    const { problems } = await readExperimentFile(file, { limit: 10 });
    expect(problems).toMatchObject([{ file, line: 1, column: 1, message: expect.stringContaining(message) }]);
  }
});

test("readExperimentFile() names the files that an experiment's name or a folder may mean", async () => {
  await writeFile(join(folder, "near.yaml"), specText());
  for (const [file, hint] of [
    [join(folder, "near"), `Write ${join(folder, "near.yaml")}`],
    ["lr", `Write ${join("experiments", "lr.yaml")}`],
    [folder, `Name its files: ${join(folder, "*.yaml")}`],
    [join(folder, "neat.yaml"), `Did you mean ${join(folder, "near.yaml")}?`],
    [join(folder, "nope.yaml"), "Write the file first, or correct its name"],
    [join(folder, "far", "near.yaml"), `Run it from the folder that contains ${join(folder, "far")}/`],
  ] as const) {
    const { problems } = await readExperimentFile(file, { limit: 10 });
    expect(problems).toMatchObject([{ hint }]);
  }
});
