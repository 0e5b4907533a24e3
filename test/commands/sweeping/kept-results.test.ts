import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { beforeEach, describe, expect, it } from "vitest";
import { writePortrait } from "../../../src/store/portrait-file.ts";
import { digestsBelow, temporaryFolder } from "../../support/folders.ts";
import { gridient } from "../run-in.ts";

const FILE = "experiments/moons.yaml";
const SPEC = "{dataset: {name: moons, samples: 40}, architecture: {hidden: []}, eta: 1, epochs: 2}\n";
const RESULTS = "results/moons";

let cwd: string;
beforeEach(async () => {
  cwd = await temporaryFolder();
  await mkdir(join(cwd, "experiments"));
  await writeFile(join(cwd, FILE), SPEC);
  await gridient(cwd, ["sweep", FILE]);
});

async function portraits(): Promise<string[]> {
  const store = join(cwd, "results/.store");
  const paths = await readdir(store, { recursive: true });
  return paths.filter((path) => path.endsWith(".portrait.json")).map((path) => join(store, path));
}

describe("gridient sweep", () => {
  it("draws without regard to run.timeout: the trial has ended in its time", async () => {
    const before = await digestsBelow(join(cwd, RESULTS));
    for (const file of await portraits()) await rm(file);
    await writeFile(join(cwd, FILE), SPEC.replace("epochs: 2", "epochs: 2, run: {timeout: 0.000001}"));
    expect(await gridient(cwd, ["sweep", FILE])).toMatchObject({
      exitCode: 0,
      stderr: expect.not.stringMatching(/warning|error/) as string,
    });
    const after = await digestsBelow(join(cwd, RESULTS));
    expect(after["plots/confusion.svg"]).toBe(before["plots/confusion.svg"]);
  });

  it("writes the tables where drawing fails, says how to get the pictures, and exits with 1", async () => {
    const before = await digestsBelow(join(cwd, RESULTS));
    const [file] = await portraits();
    const trialId = /([0-9a-f]{64})\.portrait/.exec(file!)![1]!;
    await writePortrait(join(cwd, "results/.store"), { trialId, confusion: 7 } as never, "last");
    const failed = await gridient(cwd, ["sweep", FILE]);
    expect(failed).toMatchObject({
      exitCode: 1,
      stdout: expect.stringContaining(`results: ${RESULTS}`) as string,
    });
    expect(failed.stderr).toMatch(
      /^warning: The results of moons have no pictures of models: .*\n {2}to draw them: .* report experiments\/moons\.yaml$/m,
    );
    expect((await digestsBelow(join(cwd, RESULTS)))["trials.csv"]).toBe(before["trials.csv"]);
    await rm(file!);
    expect(await gridient(cwd, ["report", FILE])).toMatchObject({ exitCode: 0 });
    expect(await digestsBelow(join(cwd, RESULTS))).toEqual(before);
  });

  it("refuses --set where the results would replace those that git knows, unless it is told where to write", async () => {
    const set = ["sweep", FILE, "--set", "eta=2"];
    await execa("git", ["init", "--quiet"], { cwd });
    expect(await gridient(cwd, set)).toMatchObject({ exitCode: 0 }); // not tracked: go on
    await execa("git", ["add", RESULTS], { cwd });
    const before = await digestsBelow(join(cwd, RESULTS));
    const refused = await gridient(cwd, ["sweep", FILE, "--set", "eta=3"]);
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toContain('results would replace the committed ones in "results/moons"');
    expect(refused.stderr).toMatch(/sweep -- experiments\/moons\.yaml --out results-set --set '?eta=3/);
    expect(await digestsBelow(join(cwd, RESULTS))).toEqual(before);
    expect(await gridient(cwd, [...set, "--check"])).toMatchObject({ exitCode: 0 }); // writes nothing
    expect(await gridient(cwd, ["sweep", FILE, "--set", "eta=3", "--out", "results"])).toMatchObject({
      exitCode: 0,
    });
    expect(await digestsBelow(join(cwd, RESULTS))).not.toEqual(before);
  });

  it("--check goes on where a data set is missing, says which, and exits with 2", async () => {
    const missing =
      "{dataset: {name: mnist, train: 10, validation: 0, test: 10}, architecture: {hidden: []}, eta: 1, epochs: 1}\n";
    await writeFile(join(cwd, "experiments/absent.yaml"), missing);
    const env = { GRIDIENT_DATA_DIR: join(cwd, "nowhere"), XDG_CACHE_HOME: join(cwd, "nowhere") };
    const args = ["sweep", "--check", "experiments/absent.yaml", FILE, "--junit", "junit.xml"];
    const checked = await gridient(cwd, args, env);
    expect(checked.exitCode).toBe(2);
    expect(checked.stderr).toContain("mnist");
    expect(checked.stdout).toContain(`same bytes  ${RESULTS}`);
  });
});
