import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { temporaryFolder } from "../../../support/folders.ts";
import { gridient, gridientProcess } from "../../run-in.ts";

let cwd: string;
beforeEach(async () => {
  cwd = await temporaryFolder();
});

const SWEEP = `program: train.py
name: my sweep
method: bayes
metric: {name: val/loss, goal: minimize, target: 0.1}
parameters:
  lr: {distribution: log_uniform_values, min: 1.0e-4, max: 0.1}
  batch-size: {values: [16, 32]}
  dropout: {min: 0.0, max: 0.5}
  units: {distribution: q_uniform, min: 8, max: 64, q: 8}
  epochs: {value: 10}
  seed: {values: [0, 1, 2]}
early_terminate: {type: hyperband, min_iter: 3}
run_cap: 20
`;

async function importWandb(text: string, ...options: readonly string[]) {
  await writeFile(join(cwd, "sweep.yaml"), text);
  return gridient(cwd, ["import", "sweep.yaml", ...options]);
}

function read(path: string): Promise<string> {
  return readFile(join(cwd, path), "utf8");
}

describe("gridient import of a W&B sweep", () => {
  it("writes a valid experiment, and says what has no counterpart, there and on the screen", async () => {
    await writeFile(join(cwd, "train.py"), "");
    const { exitCode, stdout, stderr } = await importWandb(SWEEP);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    const text = await read("experiments/sweep.yaml");
    expect(parse(text)).toEqual({
      description: "my sweep",
      kind: "program",
      command: [
        "python",
        "train.py",
        "--lr=${lr}",
        "--batch-size=${batch_size}",
        "--dropout=${dropout}",
        "--units=${units}",
        "--epochs=${epochs}",
        "--seed=${seed}",
      ],
      folder: "..",
      files: ["train.py"],
      parameters: {
        lr: { logspace: { from: 0.0001, to: 0.1, count: 5 } },
        batch_size: [16, 32],
        dropout: { linspace: { from: 0, to: 0.5, count: 5 } },
        units: [8, 24, 40, 48, 64],
      },
      epochs: 10,
      replicates: 3,
      metrics: { val_loss: "minimize" },
      objective: "val_loss",
    });
    const notes = [...text.matchAll(/^# (- .*)$/gm)].map(([, note]) => note);
    expect(stdout.split("\n").slice(0, -2)).toEqual(notes);
    for (const word of [
      "bayes",
      "early_terminate",
      "run_cap",
      "metric.target",
      "batch-size",
      "log_uniform_values",
      "seed",
    ])
      expect(notes.join("\n")).toContain(word);
    expect(stdout).toMatch(/\nexperiments\/sweep\.yaml: written\nnext: .* sweep .*--allow-programs$/);
    expect(await gridient(cwd, ["format", "--check", "experiments/sweep.yaml"])).toMatchObject({
      exitCode: 0,
    });
    expect(await gridient(cwd, ["validate"])).toMatchObject({
      stdout: "experiments/sweep.yaml: valid, 250 configurations, 750 trials",
    });
    expect(await gridient(cwd, ["import", "sweep.yaml"])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("File already exists: experiments/sweep.yaml") as string,
    });
  });

  it("runs what it imported, with flags that are there or not", async () => {
    await writeFile(join(cwd, "train.sh"), 'echo "{\\"n\\": $#}"; echo "$@" >> words');
    const command =
      "command: [sh, train.sh, '${args_no_boolean_flags}']\nmetric: {name: n, goal: maximize}\n";
    await importWandb(
      `method: grid\n${command}parameters: {fast: {values: [true, false]}, x: {value: "a b"}}\n`,
    );
    const { exitCode } = await gridientProcess(cwd, ["sweep", "--allow-programs", "--workers", "1"]);
    expect(exitCode).toBe(0);
    expect(await read("words")).toBe("--fast --x=a b\n--x=a b\n");
    expect(await read("results/sweep/trials.csv")).toMatch(/true,.*,2\n.*false,.*,1\n$/);
  });
});

describe("gridient import of a multirun of Hydra", () => {
  it("takes the line as words or as one text, and keeps what is fixed", async () => {
    await mkdir(join(cwd, "conf"));
    await writeFile(join(cwd, "conf/config.yaml"), "lr: 1\n");
    await writeFile(join(cwd, "train.py"), "");
    const words = [
      "python",
      "train.py",
      "-m",
      "--config-name=big",
      "+opt.lr=0.1,0.01",
      "n=range(1,4)",
      "m=5",
      "hydra/launcher=joblib",
    ];
    const first = await gridient(cwd, ["import", "--out", "a.yaml", "--", ...words]);
    expect(first).toMatchObject({ exitCode: 0, stderr: "" });
    expect(first.stdout).toContain("- hydra/launcher is left out: run.workers");
    expect(parse(await read("a.yaml"))).toMatchObject({
      command: [
        "python",
        "train.py",
        "--config-name=big",
        "+opt.lr=${opt_lr}",
        "n=${n}",
        "m=5",
        "hydra.run.dir=${folder}",
      ],
      files: ["train.py", "conf/**"],
      parameters: { opt_lr: [0.1, 0.01], n: [1, 2, 3] },
    });
    await gridient(cwd, ["import", "--out", "b.yaml", words.map((word) => `'${word}'`).join(" ")]);
    expect(await read("b.yaml")).toBe(await read("a.yaml"));
    await gridient(cwd, ["import", "--out", "c.yaml", ...words]);
    expect(await read("c.yaml")).toBe(await read("a.yaml"));
  });
});
