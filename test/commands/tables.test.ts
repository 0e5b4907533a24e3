import { mkdir, readFile, rename, symlink, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { readExperimentFile } from "../support/read-experiment.ts";
import { planTrials } from "../../src/trials/plan.ts";
import { temporaryFolder } from "../support/folders.ts";
import { gridient, type Ended } from "./run-in.ts";

const FLOWERS = ["length,colour,kind"]
  .concat(
    Array.from(
      { length: 60 },
      (_, i) => `${(i % 3) + (i % 7) / 10},${"rgb"[i % 2]},${["iris", "rose"][i % 2]}`,
    ),
  )
  .join("\n");
const SPEC = `dataset: {name: csv, path: data/flowers.csv, target: kind}
architecture: {hidden: [3], output: softmax}
loss: crossEntropy
eta: [0.1, 1]
epochs: 2
`;

let cwd: string;
beforeEach(async () => {
  cwd = await temporaryFolder();
  await mkdir(join(cwd, ".git"));
  await write("experiments/data/flowers.csv", FLOWERS);
  await write("experiments/own.yaml", SPEC);
});

async function write(file: string, text: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(cwd, file)), { recursive: true });
  await writeFile(join(cwd, file), text);
}

function run(...args: string[]): Promise<Ended> {
  return gridient(cwd, args);
}

async function idsOf(file: string, set: readonly string[] = []): Promise<string[]> {
  const { experiment, problems } = await readExperimentFile(join(cwd, file), { limit: 10, set });
  expect(problems).toEqual([]);
  return planTrials(experiment!).trials.map(({ id }) => id);
}

describe("an experiment on a table of one's own", () => {
  it("trains, and again trains nothing, wherever the file lies by then", async () => {
    const told = "note: Data: colour: determines kind by itself: is it known before kind is?";
    expect(await run("sweep", "experiments/own.yaml")).toMatchObject({ exitCode: 0, stderr: told });
    const trials = await readFile(join(cwd, "results/own/trials.csv"), "utf8");
    await rename(join(cwd, "experiments/data/flowers.csv"), join(cwd, "moved.csv"));
    await write("experiments/own.yaml", SPEC.replace("data/flowers.csv", "../moved.csv"));
    const { stdout, stderr } = await run("sweep", "experiments/own.yaml");
    expect(stdout).toContain("2 of 2 trials from the store");
    expect(stderr).toBe(""); // nothing trains
    expect(await readFile(join(cwd, "results/own/trials.csv"), "utf8")).toBe(trials);
  });

  it.each([
    ["export-model", "experiments/own.yaml", "0", "--out", "experiments/data/flowers.csv"],
    ["predict", "experiments/own.yaml", "0", "experiments/data/flowers.csv", "--out", "link.csv"],
  ])("is not replaced by what is made from it: %s", async (...args) => {
    await symlink("experiments/data/flowers.csv", join(cwd, "link.csv"));
    const { exitCode, stderr } = await run(...args);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("The output must not replace a file that it is made from");
    expect(await readFile(join(cwd, "experiments/data/flowers.csv"), "utf8")).toBe(FLOWERS);
  });

  it("has new trials when the file changes", async () => {
    const before = await idsOf("experiments/own.yaml");
    await write("experiments/data/flowers.csv", `${FLOWERS}\n1,r,rose\n`);
    const after = await idsOf("experiments/own.yaml");
    expect([before.length, after.length]).toEqual([2, 2]);
    for (const id of after) expect(before).not.toContain(id);
  });

  it("names the file from the file that says so: a spec, what it extends, or the command line", async () => {
    const ids = await idsOf("experiments/own.yaml");
    await write("parts/_data.yaml", "dataset: {name: csv, path: ../experiments/data/flowers.csv}\n");
    await write(
      "experiments/deep/er.yaml",
      SPEC.replace("path: data/flowers.csv, ", "").replace(/^/, "extends: ../../parts/_data.yaml\n"),
    );
    expect(await idsOf("experiments/deep/er.yaml")).toEqual(ids);
    await write("copy.csv", FLOWERS);
    const copy = relative(process.cwd(), join(cwd, "copy.csv"));
    expect(await idsOf("experiments/own.yaml", [`dataset.path=${copy}`])).toEqual(ids);
  });

  it("is a spec of one trial by repro, in the current folder", async () => {
    const ids = await idsOf("experiments/own.yaml");
    const { stdout } = await run("repro", "experiments/own.yaml", "1");
    expect(stdout).toContain("path: experiments/data/flowers.csv");
    await write("one.yaml", stdout);
    expect(await idsOf("one.yaml")).toEqual([ids[1]]);
  });

  it("tells what is wrong with the data at its line before anything trains: exit code 2", async () => {
    await write("experiments/data/flowers.csv", FLOWERS.replace("\n1.1,g", "\nlong,g"));
    const { exitCode, stderr, stdout } = await run("sweep", "experiments/own.yaml");
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(`experiments/data/flowers.csv:3:1: error: Column "length"`);
    expect(stderr).toContain("hint: Correct it, or name the column below categories or ignore");
  });

  it("refuses paths out of the repository, absolute ones, and what is no file", async () => {
    for (const path of ["../../x.csv", "/etc/passwd", "data", "gone.csv"]) {
      await write("experiments/own.yaml", SPEC.replace("data/flowers.csv", path));
      const { exitCode, stderr } = await run("validate", "experiments/own.yaml");
      expect(exitCode).toBe(2);
      expect(stderr).toMatch(/^experiments\/own\.yaml:1:28: error: path must /);
    }
  });

  it("takes options as axes, the file too", async () => {
    await write("experiments/data/more.csv", `${FLOWERS}\n1,r,rose\n`);
    const axes = SPEC.replace("data/flowers.csv", "[data/flowers.csv, data/more.csv]").replace(
      "kind}",
      "kind, scaling: [standard, minmax]}",
    );
    await write("experiments/own.yaml", axes);
    expect(await run("sweep", "experiments/own.yaml")).toMatchObject({ exitCode: 0 });
    const trials = await readFile(join(cwd, "results/own/trials.csv"), "utf8");
    expect(trials).toMatch(/^trial,id,configuration,replicate,dataset.path,dataset.scaling,eta,/);
    expect(trials).toContain(",data/more.csv,minmax,1,completed,");
    expect(trials.trim().split("\n")).toHaveLength(1 + 8);
  });
});
