import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { beforeAll, describe, expect, it } from "vitest";
import { gridient } from "../commands/run-in.ts";
import { temporaryFolder } from "../support/folders.ts";
import { blockOf, pageAt, ROOT } from "./pages.ts";

const MODULE = new URL("../../dist/browser/predict.js", import.meta.url);

const PAGE = "docs/tutorials/csv-to-model.md";
let cwd: string;
beforeAll(async () => {
  cwd = await temporaryFolder();
  await cp(join(ROOT, "experiments"), join(cwd, "experiments"), { recursive: true });
});

describe(PAGE, () => {
  it("shows commands that run as they are, in this order", async () => {
    const commands = blockOf(PAGE, "sh")
      .trim()
      .split("\n")
      .map((line) => line.replace(/ # .*$/, ""));
    expect(commands).toHaveLength(4);
    for (const command of commands) {
      const args = command.replace("npx gridient ", "").split(" ");
      const { exitCode, stderr } = await gridient(cwd, args);
      expect(exitCode).toBe(0);
      expect(stderr.replaceAll(/^flowers: \d+ of \d+ trials, .*$/gm, "")).toBe(""); // progress, on a slow machine
    }
    const answers = await readFile(join(cwd, "answers.csv"), "utf8");
    const flowers = await readFile(join(cwd, "experiments/data/flowers.csv"), "utf8");
    expect(answers.split("\n").length).toBe(flowers.split("\n").length);
  });

  it("shows code that prints what it says", async () => {
    const code = blockOf(PAGE, "js");
    await writeFile(join(cwd, "app.mjs"), code.replace('"gridient/predict"', JSON.stringify(MODULE.href)));
    const { stdout } = await execa(process.execPath, ["app.mjs"], { cwd });
    expect(stdout).toBe(/console\.log\(.*\); \/\/ (.*)/.exec(code)![1]);
  });

  it("says how large the module is", async () => {
    const { length } = await readFile(MODULE);
    const said = Number(/one file of ([\d.]+) kB/.exec(pageAt(PAGE).text)![1]);
    expect(Math.abs(length / 1000 - said)).toBeLessThan(0.3);
  });
});
