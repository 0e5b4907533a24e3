import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { temporaryFolder } from "../../support/folders.ts";
import { gridient, type Ended } from "../run-in.ts";

const SPEC = `dataset: {name: moons, samples: 60}
architecture: {hidden: [3]}
eta: [1, 3]
epochs: 3
replicates: 2
report: {confirm: 2}
`;
const FOLDER = "results/small";

let swept: string;
beforeAll(async () => {
  swept = await temporaryFolder();
  await mkdir(join(swept, "experiments"));
  await writeFile(join(swept, "experiments/small.yaml"), SPEC);
  expect(await gridient(swept, ["sweep", "experiments/small.yaml"])).toMatchObject({ exitCode: 0 });
});

let cwd: string;
beforeEach(async () => {
  cwd = await temporaryFolder();
  await cp(swept, cwd, { recursive: true });
});

function verify(...options: readonly string[]): Promise<Ended> {
  return gridient(cwd, ["verify", "experiments/small.yaml", ...options]);
}

async function change(file: string, pattern: RegExp, text: string): Promise<void> {
  const path = join(cwd, FOLDER, file);
  const before = await readFile(path, "utf8");
  expect(before).toMatch(pattern);
  await writeFile(path, before.replace(pattern, text));
}

describe("gridient verify", () => {
  it("finds every table as it was, or the rows of a sample", async () => {
    expect((await verify()).stdout).toBe(`same tables  ${FOLDER}, retrained: all trials`);
    expect((await verify("--sample", "1")).stdout).toMatch(
      /^same rows {2}results\/small, retrained: trial \d$/,
    );
  });

  it("tells that the spec has changed, whichever trials are drawn", async () => {
    await writeFile(join(cwd, "experiments/small.yaml"), SPEC.replace("[1, 3]", "[1, 3.5]"));
    for (const options of [[], ["--sample", "1"]]) {
      const { exitCode, stdout } = await verify(...options);
      expect(exitCode).toBe(1);
      expect(stdout).toContain("trials.csv: 2 of the experiment's 4 trials are not in it");
      expect(stdout).toContain(
        "hint: The spec or its data have changed since the sweep. To write the results again: npm run sweep experiments/small.yaml",
      );
    }
  });

  it.each([
    ["summary.json", /"mean": 0\.\d+/, '"mean": 0.123', /summary\.json: differs from line \d+ on: .*0\.123/],
    ["summary.json", /"margin": [\d.]+/, '"margin": 0.5', /summary\.json: differs/],
    ["confirm.csv", /0\.\d+$/m, "0.999", /confirm\.csv: trial \d, \w+: 0\.999 is committed/],
    ["trials.csv", /\n/g, "\r\n", /trials\.csv: git has changed its line endings/],
  ] as const)("fails where %s was changed: %s", async (file, pattern, text, found) => {
    await change(file, pattern, text);
    const { exitCode, stdout } = await verify();
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: expect.stringMatching(found) as string });
  });

  it.each(["summary.json", "trials.csv", "epochs.csv", "confirm.csv"])("fails without %s", async (file) => {
    await rm(join(cwd, FOLDER, file));
    expect(await verify()).toMatchObject({
      exitCode: 1,
      stdout: expect.stringContaining(`${file}: is missing`) as string,
    });
  });

  it("fails with a sample, too, where tables contradict each other", async () => {
    await change("summary.json", /"mean": 0\.\d+/g, '"mean": 0.123');
    const { exitCode, stdout } = await verify("--sample", "1");
    expect({ exitCode, stdout }).toEqual({
      exitCode: 1,
      stdout: expect.stringMatching(
        /trials\.csv and summary\.json: configuration 0, mean \w+: .* and 0\.123/,
      ) as string,
    });
  });
});

describe("gridient compare", () => {
  it("says where confirm.csv was changed, or is no longer there", async () => {
    await cp(join(cwd, FOLDER), join(cwd, "results/before"), { recursive: true });
    await change("confirm.csv", /0\.\d+$/m, "0.999");
    const compare = async () => (await gridient(cwd, ["compare", "results/before", FOLDER])).stdout;
    expect(await compare()).toMatch(/confirm\.csv +trial \d, \w+ +0\.\d+ +0\.999/);
    await rm(join(cwd, FOLDER, "confirm.csv"));
    expect(await compare()).toMatch(/confirm\.csv +the file +there +absent/);
  });
});
