import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { gridient, gridientProcess } from "../run-in.ts";
import { programFolder } from "./program-folder.ts";

const SCRIPT = `touch started; echo '{"loss": 1}'`;
const EXPERIMENT = "metrics: {loss: minimize}\n";

test("nothing starts a program but a sweep that the user allows", async () => {
  const folder = await programFolder(SCRIPT, EXPERIMENT, "[/bin/sh, program.sh]");
  for (const command of ["validate", "plan", "repro", "sweep"]) {
    const words = command === "repro" ? [command, "a.yaml", "0"] : [command, "a.yaml"];
    const { exitCode, stderr } = await gridient(folder, words);
    expect(exitCode, `${command}: ${stderr}`).toBe(command === "sweep" ? 2 : 0);
    if (command === "sweep")
      expect(stderr).toContain("a.yaml runs a program, which must be allowed: /bin/sh program.sh");
  }
  expect(await readdir(folder)).not.toContain("started");
  await writeFile(join(folder, "package.json"), '{"gridient": {"allowPrograms": true}}');
  expect((await gridientProcess(folder, ["sweep", "a.yaml"])).exitCode).toBe(0);
  expect(await readdir(folder)).toContain("started");
});
