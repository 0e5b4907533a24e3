import { cp, mkdir, readdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { describe, expect, it } from "vitest";
import { readersCommand } from "../../src/text/readers-command.ts";
import { temporaryFolder } from "../support/folders.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

describe("readersCommand()", () => {
  it.each([
    ["sweep", ["experiments/lr.yaml"], [], "npm run sweep experiments/lr.yaml"],
    ["sweep", ["it's.yaml"], ["eta=[1, 2]"], String.raw`npm run sweep -- 'it'\''s.yaml' --set 'eta=[1, 2]'`],
    ["sweep", ["lr.yaml", "--runner", "bullmq"], [], "npm run sweep -- lr.yaml --runner bullmq"],
    ["repro", ["lr.yaml", "4"], ["a=b"], "npm run -s gridient -- repro lr.yaml 4 --set 'a=b'"],
  ])("names npm's scripts in the repository: %s %j %j", (command, words, set, expected) => {
    expect(readersCommand(command, words, set)).toBe(expected);
  });

  it("names npx where gridient is installed as a package", async () => {
    const project = await temporaryFolder();
    const modules = join(project, "node_modules");
    await mkdir(modules);
    for (const name of await readdir(join(ROOT, "node_modules")))
      await symlink(join(ROOT, "node_modules", name), join(modules, name));
    for (const part of ["dist", "schemas", "package.json"])
      await cp(join(ROOT, part), join(modules, "gridient", part), { recursive: true });
    const cli = join(modules, "gridient", "dist", "cli.js");
    const { stdout } = await execa(process.execPath, [cli, "init"], { cwd: project });
    expect(stdout).toContain("next: npx gridient sweep experiments/first.yaml");
  });
});
