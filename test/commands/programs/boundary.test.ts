import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../support/folders.ts";
import { gridient } from "../run-in.ts";

const INSIDE = "must be inside the repository";

test.each([
  ["files: [../secret.txt]", `4:8: error: files ${INSIDE} (got "../secret.txt")`],
  ["files: ['../*.txt']", `4:8: error: files ${INSIDE} (got "..")`],
  ["files: ['**']", `4:8: error: files ${INSIDE} (got "lib/link.txt")`],
  ["files: [lib/link.txt]", `4:8: error: files ${INSIDE} (got "lib/link.txt")`],
  ["files: [way/secret.txt]", `4:8: error: files ${INSIDE} (got "way/secret.txt")`],
  ["files: [../missing.txt]", `4:8: error: files ${INSIDE} (got "../missing.txt")`],
  [
    "files: [/etc/passwd]",
    `4:8: error: files must be a path from the experiment's folder (got "/etc/passwd")`,
  ],
  ["folder: ..", `4:9: error: folder ${INSIDE} (got "..")`],
  ["folder: way", `4:9: error: folder ${INSIDE} (got "way")`],
  ["folder: /etc", `4:9: error: folder must be a path from the experiment's folder (got "/etc")`],
  ["results: ../metrics.json", "4:10: error: results must be output, a .json or .csv file in ${folder}"],
])("the files of a program stay inside the project: %s", async (line, problem) => {
  const { exitCode, stderr } = await validate(`command: [echo]\n${line}\n`);
  expect(stderr).toContain(problem);
  expect(exitCode).toBe(2);
});

test("a module stays inside the project", async () => {
  const { stderr } = await validate("module: ../secret.mjs\n");
  expect(stderr).toContain(`3:9: error: module ${INSIDE} (got "../secret.mjs")`);
});

/** Validates an experiment beside a secret that links lead to. */
async function validate(lines: string) {
  const outer = await temporaryFolder();
  const folder = join(outer, "project");
  await mkdir(join(folder, "lib"), { recursive: true });
  await writeFile(join(outer, "secret.txt"), "");
  await symlink("../../secret.txt", join(folder, "lib/link.txt"));
  await symlink("..", join(folder, "way"));
  await writeFile(join(folder, "package.json"), "{}");
  await writeFile(join(folder, "a.yaml"), `kind: program\nmetrics: {loss: minimize}\n${lines}`);
  return gridient(folder, ["validate", "a.yaml"]);
}
