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
        lr: { logUniform: { from: 0.0001, to: 0.1 } },
        batch_size: [16, 32],
        dropout: { uniform: { from: 0, to: 0.5 } },
        units: { integers: { from: 8, to: 64, step: 8 } },
      },
      epochs: 10,
      replicates: 3,
      sweep: { search: { method: "sobol", configurations: 7 } },
      metrics: { val_loss: "minimize" },
      objective: "val_loss",
    });
    const notes = [...text.matchAll(/^# (- .*)$/gm)].map(([, note]) => note);
    expect(stdout.split("\n").slice(0, -2)).toEqual(notes);
    for (const word of [
      "bayes",
      "early_terminate",
      "20 runs became 7 configurations with 3 replicates",
      "metric.target",
      "batch-size",
      "seed",
    ])
      expect(notes.join("\n")).toContain(word);
    expect(stdout).toMatch(/\nexperiments\/sweep\.yaml: written\nnext: .* sweep .*--allow-programs$/);
    expect(await gridient(cwd, ["format", "--check", "experiments/sweep.yaml"])).toMatchObject({
      exitCode: 0,
    });
    expect(await gridient(cwd, ["validate"])).toMatchObject({
      stdout: "experiments/sweep.yaml: valid, 7 configurations, 21 trials",
    });
    expect(await gridient(cwd, ["import", "sweep.yaml"])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("File already exists: experiments/sweep.yaml") as string,
    });
  });

  it.each([
    ["uniform, min: 0, max: 1", { uniform: { from: 0, to: 1 } }, undefined],
    ["log_uniform_values, min: 0.001, max: 1", { logUniform: { from: 0.001, to: 1 } }, undefined],
    ["log_uniform, min: -7, max: 0", { logUniform: { from: 0.0009119, to: 1 } }, undefined],
    ["int_uniform, min: 1, max: 5", { integers: { from: 1, to: 5 } }, undefined],
    ["int_uniform, min: 1, max: 500", { integers: { from: 1, to: 500 } }, undefined],
    ["q_uniform, min: 5, max: 64, q: 8", { integers: { from: 8, to: 64, step: 8 } }, undefined],
    ["q_uniform, min: 0.1, max: 0.5, q: 0.1", { range: { from: 0.1, to: 0.5, step: 0.1 } }, undefined],
    ["q_uniform, min: 0, max: 1, q: 0.0001", { uniform: { from: 0, to: 1 } }, "without its step of 0.0001"],
    [
      "q_log_uniform_values, min: 8, max: 512, q: 8",
      { integers: { from: 8, to: 512, step: 8, log: true } },
      undefined,
    ],
    ["normal, mu: 1, sigma: 0.5", { uniform: { from: 0, to: 2 } }, "drawn evenly between these ends"],
    ["inv_log_uniform_values, min: 0.1, max: 10", { logUniform: { from: 0.1, to: 10 } }, undefined],
  ])("draws from %s", async (distribution, drawn, guess) => {
    const parameters = `{x: {distribution: ${distribution}}, y: {min: 0.0, max: 1.0}}`;
    const { stdout } = await importWandb(
      `program: t.py\nmethod: random\nrun_cap: 4\nparameters: ${parameters}\n`,
    );
    const text = await read("experiments/sweep.yaml");
    expect(parse(text)).toMatchObject({
      parameters: { x: drawn, y: { uniform: { from: 0, to: 1 } } },
      sweep: { search: { method: "random", configurations: 4 } },
    });
    expect(stdout.match(/^- x: .*$/gm) ?? []).toEqual(
      guess === undefined ? [] : [expect.stringContaining(guess) as string],
    );
    expect((await gridient(cwd, ["validate"])).stdout).toContain("valid, 4 configurations");
  });

  it("has every combination where a search would draw nothing but these, or there is nothing to draw", async () => {
    const parameters = "{n: {min: 1, max: 4}, word: {values: [a, b]}}";
    const few = await importWandb(`program: t.py\nmethod: random\nparameters: ${parameters}\n`);
    expect(few.stdout).toContain(
      "method: random draws among these values: the experiment has every combination",
    );
    expect(parse(await read("experiments/sweep.yaml"))).not.toHaveProperty("sweep");
    const lists = "{a: {values: [1, 2, 3]}, b: {values: [1, 2, 3]}, epochs: {values: [1, 2, 3]}}";
    await importWandb(`program: t.py\nmethod: bayes\nrun_cap: 2\nparameters: ${lists}\n`, "--out", "b.yaml");
    expect((await gridient(cwd, ["validate", "b.yaml"])).stdout).toContain("valid, 27 configurations");
  });

  it("guesses the number of configurations where none is written, and says so", async () => {
    const { stdout } = await importWandb(
      "program: t.py\nmethod: random\nparameters: {x: {min: 0.0, max: 1.0}}\n",
    );
    expect(stdout).toContain("method: random runs until it is stopped: 32 configurations are a guess");
    expect(parse(await read("experiments/sweep.yaml"))).toMatchObject({
      sweep: { search: { configurations: 32 } },
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

  it("draws what a sweeper that searches draws", async () => {
    const words = [
      "python",
      "train.py",
      "-m",
      "hydra/sweeper=optuna",
      "hydra.sweeper.n_trials=20",
      "hydra.sweeper.direction=maximize",
      "hydra.sweeper.study_name=mine",
      "lr=tag(log, interval(0.0001, 0.1))",
      "drop=interval(0,0.5)",
      "model=a,b",
    ];
    const { stdout } = await gridient(cwd, ["import", "--out", "a.yaml", "--", ...words]);
    expect(parse(await read("a.yaml"))).toMatchObject({
      command: [
        "python",
        "train.py",
        "lr=${lr}",
        "drop=${drop}",
        "model=${model}",
        "hydra.run.dir=${folder}",
      ],
      parameters: {
        lr: { logUniform: { from: 0.0001, to: 0.1 } },
        drop: { uniform: { from: 0, to: 0.5 } },
        model: ["a", "b"],
      },
      sweep: { search: { method: "tpe", configurations: 20 } },
      metrics: { score: "maximize" },
    });
    expect(stdout).toContain("- hydra.sweeper.study_name is left out");
    expect(stdout).toContain("No metric is named in a multirun of Hydra: score is assumed");
    await gridient(cwd, ["import", "--out", "b.yaml", "--", ...words, "hydra/sweeper/sampler=random"]);
    expect(parse(await read("b.yaml"))).toMatchObject({ sweep: { search: { method: "random" } } });
    await gridient(cwd, ["import", "--out", "c.yaml", "--", ...words, "hydra/sweeper/sampler=grid"]);
    expect(parse(await read("c.yaml"))).toMatchObject({
      parameters: { lr: { logspace: { from: 0.0001, to: 0.1, count: 5 } }, model: ["a", "b"] },
    });
    expect((await gridient(cwd, ["validate", "a.yaml", "b.yaml"])).exitCode).toBe(0);
  });
});
