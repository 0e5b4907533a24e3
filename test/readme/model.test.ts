import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { beforeAll, describe, expect, it } from "vitest";
import { gridient } from "../commands/run-in.ts";
import { temporaryFolder } from "../support/folders.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const MODULE = new URL("../../dist/browser/predict.js", import.meta.url);

let section: string;
let cwd: string;
beforeAll(async () => {
  const readme = await readFile(join(ROOT, "README.md"), "utf8");
  section = /## From your CSV to a model in your app\n([\s\S]*?)\n## /.exec(readme)![1]!;
  cwd = await temporaryFolder();
  await cp(join(ROOT, "experiments"), join(cwd, "experiments"), { recursive: true });
});

describe("README, from your CSV to a model in your app", () => {
  it("shows commands that run as they are, in this order", async () => {
    const commands = blockOf("sh")
      .split("\n")
      .map((line) => line.replace(/ # .*$/, ""));
    expect(commands).toHaveLength(4);
    for (const command of commands) {
      const args = command
        .replace("npm run sweep", "sweep")
        .replace("npm run -s gridient -- ", "")
        .split(" ");
      const { exitCode, stderr } = await gridient(cwd, args);
      expect(exitCode).toBe(0);
      expect(stderr.replaceAll(/^flowers: \d+ of \d+ trials, .*$/gm, "")).toBe(""); // progress, on a slow machine
    }
    const answers = await readFile(join(cwd, "answers.csv"), "utf8");
    const flowers = await readFile(join(cwd, "experiments/data/flowers.csv"), "utf8");
    expect(answers.split("\n").length).toBe(flowers.split("\n").length);
  });

  it("shows code that prints what it says", async () => {
    const code = blockOf("js");
    await writeFile(join(cwd, "app.mjs"), code.replace('"gridient/predict"', JSON.stringify(MODULE.href)));
    const { stdout } = await execa(process.execPath, ["app.mjs"], { cwd });
    expect(stdout).toBe(/console\.log\(.*\); \/\/ (.*)/.exec(code)![1]);
  });

  it("says how large the module is", async () => {
    const { length } = await readFile(MODULE);
    const said = Number(/one file of ([\d.]+) kB/.exec(section)![1]);
    expect(Math.abs(length / 1000 - said)).toBeLessThan(0.3);
  });
});

function blockOf(language: string): string {
  return new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\n\`\`\``).exec(section)![1]!;
}
