import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { gridient } from "../run-in.ts";
import { programFolder, sweepPrograms } from "./program-folder.ts";

const SCRIPT = `echo '{"loss": 1}'`;
const EXPERIMENT = `metrics: {loss: minimize}
versions: ["cat tool-version", [/bin/sh, -c, "touch ran; echo two words"]]
`;

async function folderWithVersions(version: string): Promise<string> {
  const folder = await programFolder(SCRIPT, EXPERIMENT, "[/bin/sh, program.sh]");
  await writeFile(join(folder, "tool-version"), version);
  return folder;
}

const idOf = async (folder: string): Promise<string | undefined> =>
  /[0-9a-f]{64}/.exec(await readFile(join(folder, "results/a/trials.csv"), "utf8"))?.[0];

test("what commands print identifies trials, and is in the results", async () => {
  const folder = await folderWithVersions("tool 1.0\n");
  expect(await sweepPrograms(folder)).toMatchObject({ exitCode: 0, stderr: "" });
  const first = await idOf(folder);
  const summary = JSON.parse(await readFile(join(folder, "results/a/summary.json"), "utf8")) as object;
  expect(summary).toMatchObject({
    experiment: {
      versions: [
        { command: ["cat", "tool-version"], output: "tool 1.0" },
        { command: ["/bin/sh", "-c", "touch ran; echo two words"], output: "two words" },
      ],
    },
  });
  expect(await readFile(join(folder, "results/a/summary.md"), "utf8")).toContain(
    "- cat tool-version: tool 1.0\n",
  );
  expect((await sweepPrograms(folder)).stdout).toContain("1 of 1 trials from the store");
  await writeFile(join(folder, "tool-version"), "tool 1.1\n");
  expect((await sweepPrograms(folder)).stdout).not.toContain("from the store");
  expect(await idOf(folder)).not.toBe(first);
  await writeFile(join(folder, "tool-version"), "tool 1.0\n");
  expect((await sweepPrograms(folder)).stdout).toContain("1 of 1 trials from the store");
  expect(await idOf(folder)).toBe(first);
});

test("a trial that is written out alone has the same id", async () => {
  const folder = await folderWithVersions("tool 1.0\n");
  expect((await sweepPrograms(folder)).exitCode).toBe(0);
  const id = await idOf(folder);
  const { stdout } = await gridient(folder, ["repro", "a.yaml", id!.slice(0, 12)]);
  expect(stdout).toContain(`# id ${id}`);
  await writeFile(join(folder, "trial.yaml"), stdout);
  const swept = await gridient(folder, ["sweep", "trial.yaml", "--allow-programs"]);
  expect(swept.stdout).toContain("1 of 1 trials from the store");
});

test("only a sweep that the user allows runs them; a plan shows what the last one found", async () => {
  const folder = await folderWithVersions("tool 1.0\n");
  const commands = [
    ["validate"],
    ["plan"],
    ["diff", "a.yaml"],
    ["explain", "a.yaml", "0"],
    ["repro", "a.yaml", "0"],
  ];
  for (const [command = "", ...words] of commands)
    expect(
      (await gridient(folder, [command, ...words, ...(words.length > 1 ? [] : ["a.yaml"])])).exitCode,
    ).toBe(0);
  const { stdout: before } = await gridient(folder, ["plan", "a.yaml"]);
  expect(before).toMatch(/^versions +cat tool-version: not known until a sweep runs it$/m);
  const refused = await gridient(folder, ["sweep", "a.yaml"]);
  expect(refused).toMatchObject({ exitCode: 2 });
  expect(refused.stderr).toContain("a.yaml runs a program, which must be allowed: /bin/sh program.sh");
  expect(await readdir(folder)).not.toContain("ran");
  expect((await sweepPrograms(folder)).exitCode).toBe(0);
  await rm(join(folder, "ran"));
  const { stdout: after } = await gridient(folder, ["plan", "a.yaml"]);
  expect(after).toMatch(/^versions +cat tool-version: tool 1\.0 \(in the last sweep\)$/m);
  expect(after).toMatch(/^stored +1 /m);
  expect((await gridient(folder, ["report", "a.yaml", "--check"])).exitCode).toBe(0);
  expect((await gridient(folder, ["store", "gc", "a.yaml"])).stdout).not.toMatch(/record/);
  expect(await readdir(folder)).not.toContain("ran");
});

test.each([
  ["[no-such-tool --version]", "Command not found: no-such-tool", ""],
  [
    '["cat no-such-file"]',
    "cat exited with code 1",
    "It printed: cat: no-such-file: No such file or directory",
  ],
  ["[true]", "true printed no version", ""],
])("versions: %s is an error at its line, and nothing trains", async (versions, message, hint) => {
  const folder = await programFolder(
    "touch started",
    `metrics: {loss: minimize}\nversions: ${versions.replace("[true]", '["true"]')}\n`,
    "[/bin/sh, program.sh]",
  );
  const { exitCode, stderr } = await sweepPrograms(folder);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(`a.yaml:5:12: error: ${message}`);
  expect(stderr).toContain(hint);
  expect(await readdir(folder)).not.toContain("started");
});

test("networks have no versions", async () => {
  const folder = await folderWithVersions("");
  await writeFile(join(folder, "b.yaml"), "dataset: xor\nversions: [node --version]\n");
  const { exitCode, stderr } = await gridient(folder, ["validate", "b.yaml"]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain("b.yaml:2:1: error: A network has no field versions: only a program does");
});
