import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { gridient, type Ended } from "../run-in.ts";
import { programFolder, sweepPrograms } from "./program-folder.ts";

/** The second run of a trial is off by a millionth. */
const SCRIPT = `
n=$(cat count-$GRIDIENT_SEED 2>/dev/null || echo 0)
echo $((n + 1)) > count-$GRIDIENT_SEED
printf '{"loss": %s.00000%s}\\n' "$GRIDIENT_SEED" "$n"
`;
const EXPERIMENT = "replicates: 3\nmetrics: {loss: minimize}\n";

function verify(folder: string, setting: string): Promise<Ended> {
  const words = ["verify", "a.yaml", "--allow-programs", "--set", `reproducible=${setting}`];
  return gridient(folder, words);
}

test("a trial that runs again is identical, within tolerance, or differs", async () => {
  const folder = await programFolder(SCRIPT, EXPERIMENT, "[/bin/sh, program.sh]");
  expect((await sweepPrograms(folder)).exitCode).toBe(0);
  const exact = await verify(folder, "exact");
  expect(exact).toMatchObject({ exitCode: 1, stdout: expect.stringContaining("different") as string });
  expect(exact.stdout).toContain("trial 1, loss: 1 is committed, 1.000001 is right");
  const near = await verify(folder, "{absolute: 0.001}");
  expect(near.exitCode, near.stdout).toBe(0);
  expect(near.stdout).toMatch(/^within tolerance \(loss by at most 0\.00000\d+\)/);
  expect((await verify(folder, "{absolute: 1e-9}")).exitCode).toBe(1);
  expect((await verify(folder, "no")).exitCode).toBe(0);
  await writeFile(join(folder, "program.sh"), `echo "{\\"loss\\": $GRIDIENT_SEED}"`);
  expect((await sweepPrograms(folder)).exitCode).toBe(0);
  expect((await verify(folder, "exact")).stdout).toMatch(/^same tables/);
  expect(await readFile(join(folder, "results/a/trials.csv"), "utf8")).toMatch(/,2\n$/);
});

test("verify notes what it found, and later reports of the same trials show it", async () => {
  const folder = await programFolder(SCRIPT, EXPERIMENT, "[/bin/sh, program.sh]");
  const summary = (): Promise<string> => readFile(join(folder, "results/a/summary.md"), "utf8");
  expect((await sweepPrograms(folder)).exitCode).toBe(0);
  expect(await summary()).toContain("- Determinism: not verified yet (`gridient verify` runs trials again)");
  await verify(folder, "{absolute: 0.001}");
  const label = /^- Determinism: within tolerance: 3 trials ran again; loss by at most 0\.00000\d+$/m;
  expect(await summary()).toMatch(label);
  await verify(folder, "exact");
  expect(await summary()).toMatch(
    /^- Determinism: differs: 3 trials ran again; loss by at most 0\.00000\d+$/m,
  );
  const check = ["report", "a.yaml", "--check", "--reporter", "text"];
  expect((await gridient(folder, check)).stdout).toContain("same bytes");
  const noted = await summary();
  expect((await sweepPrograms(folder)).exitCode).toBe(0);
  expect(await summary()).toBe(noted);
  await writeFile(join(folder, "program.sh"), `echo "{\\"loss\\": $GRIDIENT_SEED}"`);
  expect((await sweepPrograms(folder)).exitCode).toBe(0);
  expect(await summary()).toContain("- Determinism: not verified yet");
  const sampled = ["verify", "a.yaml", "--allow-programs", "--sample", "2"];
  expect((await gridient(folder, sampled)).exitCode).toBe(0);
  expect(await summary()).toMatch(/^- Determinism: identical: 2 trials ran again$/m);
});
