import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { beforeEach, expect, test } from "vitest";
import { gridient } from "../run-in.ts";
import { programFolder } from "./program-folder.ts";

const EXPERIMENT = `parameters: {eta: [1, 2]}
replicates: 6
metrics: {loss: minimize}
`;

let folder: string;
beforeEach(async () => {
  folder = await programFolder("echo", EXPERIMENT, "[sh, program.sh]");
  await writeFile(
    join(folder, "a.yaml"),
    `kind: program\ncommand: [sh, program.sh]\nfiles: [program.sh, "lib/**/*.sh"]\n${EXPERIMENT}`,
  );
  await mkdir(join(folder, "lib/deep"), { recursive: true });
  await writeFile(join(folder, "lib/deep/one.sh"), "one");
  await git("init", "-q");
  await git("add", ".");
  await git("-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "-q", "-m", "start");
});

const git = (...args: readonly string[]) => execa("git", args, { cwd: folder });

async function diff(...words: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await gridient(folder, ["diff", "HEAD", "a.yaml", ...words]);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  return stdout;
}

test("files that are as they were change nothing", async () => {
  const found = await diff();
  expect(found).toMatch(/^unchanged +12$/m);
  expect(found).not.toContain("trained again");
});

test("a changed file is named, with the trials that it makes train again", async () => {
  await writeFile(join(folder, "program.sh"), "echo changed");
  expect(await diff()).toMatch(/^program\.sh changed: all 12 trials are trained again$/m);
  expect(await diff("--markdown")).toMatch(/^- program\.sh changed: all 12 trials are trained again$/m);
  const { files } = JSON.parse(await diff("--json")) as { files: unknown };
  expect(files).toEqual([{ path: "program.sh", change: "changed", trials: 12 }]);
});

test("files that are new or gone are named, also where only the revision has them", async () => {
  await rm(join(folder, "lib/deep/one.sh"));
  await writeFile(join(folder, "lib/two.sh"), "two");
  const found = await diff();
  expect(found).toMatch(/^lib\/deep\/one\.sh removed: all 12 trials are trained again$/m);
  expect(found).toMatch(/^lib\/two\.sh added: all 12 trials are trained again$/m);
});

test("new trials do not count as trained again because of a file", async () => {
  await writeFile(
    join(folder, "a.yaml"),
    `kind: program\ncommand: [sh, program.sh]\nfiles: [program.sh, "lib/**/*.sh"]\n${EXPERIMENT.replace("[1, 2]", "[1, 2, 3]")}`,
  );
  const found = await diff();
  expect(found).toMatch(/^unchanged +12$/m);
  expect(found).not.toContain("trained again");
});
