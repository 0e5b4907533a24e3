import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { gridient } from "../commands/run-in.ts";
import { digestsBelow, temporaryFolder } from "../support/folders.ts";
import { EVERY_HOSTILE_STRING } from "./hostile-strings.ts";
import { itLong } from "../support/long-form.ts";

const SPEC = "dataset: xor\narchitecture: {hidden: [2]}\neta: 5\nbatchSize: full\nepochs: 2\n";
const TABLE = "## Leaderboard\n\n| secret |\n| --- |\n| 1 |\n";

/** A project, and beside it what is none of its business. */
let around: string;
let cwd: string;
beforeEach(async () => {
  around = await temporaryFolder();
  cwd = join(around, "project");
  for (const folder of ["outside/a", "project/experiments/linked", "project/.git", "project/results"])
    await mkdir(join(around, folder), { recursive: true });
  await writeFile(join(around, "outside/spec.yaml"), SPEC);
  await writeFile(join(around, "outside/summary.md"), TABLE);
  await writeFile(join(around, "outside/id_rsa"), "secret");
  await writeFile(join(cwd, "experiments/plain.yaml"), SPEC);
});

async function outside(): Promise<Record<string, string>> {
  const { ...files } = await digestsBelow(around);
  return Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith("project/results/")));
}

/** Runs a command line that must be refused, and must change nothing outside results/ and read nothing into it. */
async function expectRefused(args: readonly string[], reason: string): Promise<void> {
  const before = await outside();
  const { exitCode, stderr } = await gridient(cwd, args);
  expect([1, 2]).toContain(exitCode);
  expect(stderr).toContain(reason);
  expect(stderr).not.toContain("secret");
  expect(await outside()).toEqual(before);
  expect(Object.keys(await digestsBelow(join(cwd, "results")))).not.toContain("id_rsa");
}

describe("results", () => {
  it.each(["..", "...", ".ssh", "linked/..x"])("are refused for an experiment called %s", async (name) => {
    await writeFile(join(cwd, "experiments", `${name}.yaml`), SPEC);
    await expectRefused(["sweep", `experiments/${name}.yaml`], "no leading dots");
  });

  it.each([
    ["a folder above it", "results/linked", "experiments/linked/a.yaml"],
    ["its own folder", "results/plain", "experiments/plain.yaml"],
  ])("do not follow a symbolic link in place of %s out of results/", async (_, link, spec) => {
    await writeFile(join(cwd, "experiments/linked/a.yaml"), SPEC);
    await symlink(join(around, "outside"), join(cwd, link));
    for (const command of [["sweep"], ["sweep", "--check"], ["verify"]])
      await expectRefused([...command, spec], 'must be inside "results"');
  });

  itLong("may lie on another disk, and have any name that a file can have and people can see", async () => {
    await symlink(join(around, "outside"), join(cwd, "elsewhere"));
    const names = EVERY_HOSTILE_STRING.filter((name) => !name.includes("/") && name.length < 200);
    for (const name of names) await writeFile(join(cwd, "experiments", `${name}.yaml`), SPEC);
    const before = await outside();
    const validity = await gridient(cwd, ["validate", ...names.map((name) => `experiments/${name}.yaml`)]);
    expect(validity.stderr).toMatch(/\d+ errors; nothing was changed$/);
    const refused = (name: string): boolean => /\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}|\uffff|^\.|\\/u.test(name);
    const files = names.filter((name) => !refused(name)).map((name) => `experiments/${name}.yaml`);
    const { exitCode, stderr } = await gridient(cwd, ["sweep", ...files, "--out", "elsewhere"]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    const after = await outside();
    const fresh = Object.keys(after).filter((path) => !(path in before));
    expect(fresh.filter((path) => !path.startsWith("outside/"))).toEqual([]);
    expect(after["outside/id_rsa"]).toBe(before["outside/id_rsa"]);
  });
});

describe("extends", () => {
  it.each(["../../outside/spec.yaml", "./linked.yaml", "/etc/hostname", "../../../../../../etc/hostname"])(
    "does not read %s",
    async (path) => {
      await symlink(join(around, "outside/id_rsa"), join(cwd, "experiments/linked.yaml"));
      await writeFile(join(cwd, "experiments/extending.yaml"), `extends: ${path}\n`);
      const { exitCode, stderr } = await gridient(cwd, ["validate", "experiments/extending.yaml"]);
      expect(exitCode).toBe(2);
      expect(stderr).toMatch(/must be inside the repository|File not found/);
      expect(stderr).not.toContain("secret");
    },
  );
});

describe("report --write", () => {
  it.each(["../outside", "results/../../outside", "linked"])("quotes no table of %s", async (folder) => {
    await symlink(join(around, "outside"), join(cwd, "linked"));
    const page = `<!-- gridient:table ${folder} leaderboard -->\n<!-- /gridient -->\n`;
    await writeFile(join(cwd, "page.md"), page);
    await expectRefused(["report", "--write", "page.md"], `File not found: ${folder}/summary.md`);
    expect(await readFile(join(cwd, "page.md"), "utf8")).toBe(page);
  });
});
