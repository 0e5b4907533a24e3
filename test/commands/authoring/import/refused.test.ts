import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { digestsBelow, temporaryFolder } from "../../../support/folders.ts";
import { gridient } from "../../run-in.ts";

let cwd: string;
beforeEach(async () => {
  cwd = await temporaryFolder();
});

/** A list of a billion items, written with aliases. */
function bomb(): string {
  const lines = Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(10)}]\n`);
  return `a0: &a0 [1]\n${lines.join("")}`;
}

describe("gridient import of a W&B sweep", () => {
  it.each([
    [
      "method: grid\nparameters: {a: {value: 1}}\n",
      "sweep.yaml: program must be the path of a script",
      "program: train.py",
    ],
    [
      "program: t.py\nparameters: {a: {value: 1}}\n",
      "sweep.yaml: method must be one of grid",
      "method: grid",
    ],
    [
      "program: t.py\nmethod: grid\nparameters:\n  a: 1\n",
      "sweep.yaml:4: parameters.a must be a map",
      "{values",
    ],
    [
      "program: t.py\nmethod: grid\nparameters:\n  a:\n    parameters: {}\n",
      "sweep.yaml:5: parameters.a",
      "optimizer_lr",
    ],
    [
      "program: t.py\nmethod: grid\nparameters: {a: {values: [null]}}\n",
      "sweep.yaml:3: parameters.a.values.0",
      "a word",
    ],
    [
      "program: t.py\nmethod: random\nparameters: {a: {distribution: odd}}\n",
      "(got odd)",
      "Allowed: int_uniform",
    ],
    [
      "program: t.py\nmethod: random\nparameters: {a: {max: 3.5}}\n",
      "parameters.a.min must be a number",
      "values",
    ],
    [
      "program: t.py\nmethod: grid\ncommand: ['${args_json}']\nparameters: {a: {value: 1}}\n",
      "sweep.yaml:3: command.0",
      "args_json_file",
    ],
    [
      "program: t.py\nmethod: grid\ncommand: ['${envvar:X}']\nparameters: {a: {value: 1}}\n",
      "has no counterpart",
      "run.environment",
    ],
    [
      "program: t.py\nmethod: grid\nmetric: {name: l, goal: max}\nparameters: {a: {value: 1}}\n",
      "metric.goal",
      "minimize",
    ],
    ["method: [grid\n", "sweep.yaml is not YAML: line 2", ""],
    [bomb(), "sweep.yaml cannot be read as YAML", ""],
    ["- 1\n", "sweep.yaml must be a map", ""],
  ])("refuses %j with its place and a way out", async (text, message, hint) => {
    await writeFile(join(cwd, "sweep.yaml"), text);
    const { exitCode, stderr } = await gridient(cwd, ["import", "sweep.yaml"]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).toContain(hint);
    expect(Object.keys(await digestsBelow(cwd))).toEqual(["sweep.yaml"]);
  });
});

describe("gridient import of a multirun of Hydra", () => {
  it.each([
    [["python", "train.py", "lr=1,2"], "Neither a W&B sweep file nor a multirun", "-m"],
    [["python", "train.py", "-m", "lr=glob(*)"], "lr in the line of Hydra", "lr=1,2,3"],
    [["python", "train.py", "-m", "lr=[1,2"], "without its partner", "lr=1,2,3"],
    [["python", "train.py", "-m", "n=range(1,5,0)"], "a step other than 0", "n=1,2,3"],
    [["python", "train.py", "-m", "n=1,2", "n=3,4"], "occurs twice", "n=1,2,3"],
    [["python", "train.py", "-m", "n=range(3,3)"], "n must have a value", ""],
    [["nothing.yaml"], "File not found: nothing.yaml", ""],
  ])("refuses %j with a way out", async (words, message, hint) => {
    const { exitCode, stderr } = await gridient(cwd, ["import", "--", ...words]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).toContain(hint);
  });
});
