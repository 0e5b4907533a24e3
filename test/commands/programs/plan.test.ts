import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { gridient } from "../run-in.ts";
import { programFolder } from "./program-folder.ts";

const COMMAND = '[sh, program.sh, "${eta}"]';
const EXPERIMENT = "parameters: {eta: [1, 2]}\nepochs: 3\nmetrics: {loss: minimize}\n";
const MANY = "extends: a.yaml\nparameters: {eta: {range: {from: 1, to: 40, step: 1}}}\n";

let folder: string;
beforeAll(async () => {
  folder = await programFolder("echo", EXPERIMENT, COMMAND);
  await writeFile(join(folder, "many.yaml"), MANY);
});

async function run(...words: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await gridient(folder, words);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  return stdout;
}

test("plan names the files of programs, and predicts no time and no weights", async () => {
  const plan = await run("plan", "a.yaml", "--workers", "2");
  expect(plan).toMatch(/^ +eta\n0 +1\n1 +2\n\n/m);
  expect(plan).toMatch(/^files +1: program\.sh$/m);
  expect(plan).toMatch(/^time +not known \(it depends on the program\)$/m);
  expect(plan).toMatch(/^memory +about \d+ MB, without the programs$/m);
  expect(await run("plan", "many.yaml")).toMatch(/^eta +40 .*40\n\nto train/m);
});

test("plan predicts the time from trials that have run", async () => {
  const slow = await programFolder(`sleep 0.2; echo '{"loss": 1}'`, EXPERIMENT, COMMAND);
  expect(
    (await gridient(slow, ["sweep", "a.yaml", "--allow-programs", "--only", "parameters.eta=1"])).exitCode,
  ).toBe(0);
  const { stdout } = await gridient(slow, ["plan", "a.yaml", "--json"]);
  const { estimatedSeconds } = JSON.parse(stdout) as { estimatedSeconds: number };
  expect(estimatedSeconds).toBeGreaterThanOrEqual(0.2);
  const plan = await gridient(slow, ["plan", "a.yaml", "--workers", "2"]);
  expect(plan.stdout).toMatch(/^time +.* with 2 workers, if trials take as long as in the last sweep$/m);
});

test("plan --json has the digests of the files of programs", async () => {
  const plan = JSON.parse(await run("plan", "a.yaml", "--json")) as Record<string, unknown>;
  const sha256 = createHash("sha256").update("echo").digest("hex");
  expect(plan).toMatchObject({ files: [{ path: "program.sh", sha256 }], estimatedSeconds: null });
  const [first] = plan["list"] as readonly object[];
  for (const cost of ["seconds", "multiplyAdds"]) expect(first).not.toHaveProperty(cost);
  expect(first).toHaveProperty("parameters", { eta: 1 });
});

test("diff counts trials of programs without a cost", async () => {
  const diff = await run("diff", "a.yaml", "many.yaml");
  expect(diff).toMatch(/^ +trials\nadded +38\nremoved +0\nunchanged +2$/m);
});
