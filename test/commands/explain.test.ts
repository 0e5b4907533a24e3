import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { RULED_SPEC } from "../spec/valid-spec.ts";
import { temporaryFolder } from "../support/folders.ts";
import { gridient } from "./run-in.ts";

const COMPOSED = `extends: bases/moons.yaml
eta: [0.1, 1]
epochs: \${replicates}
replicates: 2
`;
const BASE = `dataset: [xor, {name: moons, noise: 0.1}]
architecture: {hidden: [3], activation: &word relu, output: sigmoid}
loss: quadratic
`;

let cwd: string;
beforeAll(async () => {
  cwd = await temporaryFolder();
  await mkdir(join(cwd, "bases"));
  await writeFile(join(cwd, "ruled.yaml"), RULED_SPEC);
  await writeFile(join(cwd, "composed.yaml"), COMPOSED);
  await writeFile(join(cwd, "bases/moons.yaml"), BASE);
});

/** Returns the columns `path value setter place` of a table that the command prints, by path. */
async function explained(...args: readonly string[]): Promise<Record<string, string>> {
  const { exitCode, stdout, stderr } = await gridient(cwd, ["explain", ...args]);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  const rows = stdout
    .split("\n")
    .slice(3)
    .map((line) => line.split(/ {2,}/));
  return Object.fromEntries(rows.map(([path, ...cells]) => [path, cells.join(" | ")]));
}

describe("gridient explain FILE TRIAL", () => {
  it("says which rule set each value of a variant, and where", async () => {
    expect(await explained("ruled.yaml", "20")).toEqual({
      dataset: "moons | file | 1:10",
      "dataset.samples": "1000 | default",
      "dataset.noise": "0.1 | variant deep, axis | 9:84",
      "dataset.seed": "0 | default",
      "architecture.hidden": "[30,30,30] | variant deep | 9:34",
      "architecture.activation": "relu | axis | 2:66",
      "architecture.output": "softmax | when | 12:61",
      "architecture.init": "he | when | 14:32",
      loss: "crossEntropy | variant deep | 9:55",
      eta: "1 | axis | 3:12",
      optimizer: "sgd | default",
      schedule: "constant | default",
      "architecture.dropout": "0 | default",
      batchSize: "64 | zip budget | 6:30",
      epochs: "40 | zip budget | 6:48",
    });
  });

  it("says what an included configuration sets itself", async () => {
    expect(await explained("ruled.yaml", "48")).toMatchObject({
      "architecture.hidden": "[128] | include baseline | 20:61",
      "dataset.noise": "0.1 | default",
      loss: "quadratic | default",
      batchSize: "full | include baseline | 20:121",
    });
  });

  it("names files that are extended, arguments, and where references lead", async () => {
    const values = await explained("composed.yaml", "6", "--set", "loss=mse", "--set", "replicates=2");
    expect(values).toMatchObject({
      dataset: "moons | axis | bases/moons.yaml:1:16",
      "dataset.noise": "0.1 | axis | bases/moons.yaml:1:37",
      "dataset.samples": "1000 | default",
      "architecture.activation": "relu | extends | bases/moons.yaml:2:47",
      loss: "mse | argument | --set loss=mse",
      eta: "1 | axis | 2:12",
      epochs: "2 | file | 3:9 ${replicates} -> --set replicates=2",
    });
  });

  it("shows one field, or those below a path, as a table or JSON", async () => {
    expect(await explained("composed.yaml", "0", "eta")).toEqual({ eta: "0.1 | axis | 2:7" });
    expect(Object.keys(await explained("composed.yaml", "0", "architecture"))).toHaveLength(5);
    const { stdout } = await gridient(cwd, ["explain", "composed.yaml", "0", "epochs", "--json"]);
    expect(JSON.parse(stdout)).toMatchObject({
      trial: 0,
      configuration: 0,
      values: [
        { path: "epochs", value: 2, setBy: "file", line: 3, column: 9, anchor: { line: 4, column: 13 } },
      ],
    });
  });

  it("takes no more than 80 columns for every kind of value", async () => {
    const { stdout } = await gridient(cwd, ["explain", "ruled.yaml", "30"]);
    expect(Math.max(...stdout.split("\n").map(({ length }) => length))).toBeLessThanOrEqual(80);
  });

  it.each([
    ["a field that there is not", ["ruled.yaml", "0", "eto"], "Write eta"],
    ["a trial that there is not", ["ruled.yaml", "none"], "0 to 48"],
    ["neither trial nor --where", ["ruled.yaml"], "explain needs a trial or --where (got neither)"],
    [
      "both trial and --where",
      ["ruled.yaml", "0", "--where", "eta=1"],
      "explain needs a trial or --where (got both)",
    ],
  ])("exits 2 for %s", async (_, args, message) => {
    const { exitCode, stdout, stderr } = await gridient(cwd, ["explain", ...args]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(message);
  });
});

describe("gridient explain FILE --where", () => {
  const where = async (...conditions: readonly string[]): Promise<string> => {
    const args = conditions.flatMap((condition) => ["--where", condition]);
    const { exitCode, stdout, stderr } = await gridient(cwd, ["explain", "ruled.yaml", ...args]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    return stdout;
  };

  it("names the rules that left combinations out, and the trials that are there", async () => {
    expect(await where("eta=1", "architecture.activation=tanh")).toBe(
      "excluded  22  by the rule of exclude at 16:7",
    );
    expect(await where("architecture.init=scaled")).toBe(
      [
        "kept       9  trials 0-1, 6, 9-10, 15-16, 21, 48",
        "excluded  14  by the rule of exclude at 16:7",
        "changed   28  by the rule of when at 13:11",
        "excluded   4  by the rule of exclude at 17:7",
        "excluded   2  by the rule of exclude at 18:7",
      ].join("\n"),
    );
  });

  it("names the configuration that another repeats", async () => {
    await writeFile(
      join(cwd, "repeats.yaml"),
      "dataset: xor\narchitecture: {hidden: [[], [2]], activation: [relu, tanh]}\neta: 1\nepochs: 1\nreplicates: 2\nbatchSize: 4\nsweep: {limit: 9}\n",
    );
    const args = ["--where", "architecture.activation=tanh"];
    const { stdout } = await gridient(cwd, ["explain", "repeats.yaml", ...args]);
    expect(stdout).toBe("repeats  1  the same as trials 0-1\nkept     1  trials 4-5");
  });

  it("says what there is of a value that there is not", async () => {
    expect(await where("eta=3", "variant=deep")).toBe(
      "No combination has eta=3: eta is 0.1; 1; 0.05 (line 3; line 20)",
    );
    expect(await where("layers=3", "variant=other")).toContain("none meets all of them");
    const { stdout } = await gridient(cwd, ["explain", "ruled.yaml", "--where", "eta=3", "--json"]);
    expect(JSON.parse(stdout)).toEqual({
      fates: [],
      missing: [{ condition: "eta=3", values: [0.1, 1, 0.05] }],
    });
  });

  it("explains mistakes in conditions as in rules", async () => {
    const { exitCode, stderr } = await gridient(cwd, ["explain", "ruled.yaml", "--where", "lr=3"]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("--where:1:1: error:");
    expect(stderr).toContain("hint: Write eta");
  });
});
