import type { Statistics } from "../../../src/math/statistics.ts";
import { intervalText } from "../../../src/results/figure-text.ts";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { loadModel } from "../../../src/predict.ts";
import { digestsBelow, temporaryFolder } from "../../support/folders.ts";
import { gridient } from "../run-in.ts";

const SPEC = `
description: A \`model\` <of> dots
dataset: {name: moons, samples: 100}
architecture: {hidden: [5], output: softmax}
loss: crossEntropy
eta: [0.1, 1, 1e30]
epochs: 4
replicates: 2
`;

let cwd: string;
beforeAll(async () => {
  cwd = await temporaryFolder();
  await writeFile(join(cwd, "moons.yaml"), SPEC);
  await gridient(cwd, ["sweep", "moons.yaml"]);
});

const bytesOf = (file: string): Promise<Buffer> => readFile(join(cwd, file));

describe("gridient export-model", () => {
  it("writes the best model and its card, the same bytes whether weights were kept or not, and changes no results", async () => {
    const before = await digestsBelow(join(cwd, "results"));
    const { exitCode, stdout, stderr } = await gridient(cwd, ["export-model", "moons.yaml", "-o", "a.json"]);
    expect({ exitCode, stdout, stderr }).toEqual({
      exitCode: 0,
      stdout: "model: a.json\ncard: a.card.md",
      stderr: "",
    });
    expect(await digestsBelow(join(cwd, "results"))).toEqual(before);
    await writeFile(join(cwd, "moons-kept.yaml"), `${SPEC}run: {keep: all}\n`);
    await gridient(cwd, ["sweep", "moons-kept.yaml", "--store", "kept"]);
    const kept = ["export-model", "moons-kept.yaml", "best", "--store", "kept", "--out", "b.json"];
    expect(await gridient(cwd, kept)).toMatchObject({ exitCode: 0 });
    const [a, b] = await Promise.all(["a.json", "b.json"].map(bytesOf));
    expect(layersIn(b!)).toEqual(layersIn(a!));
  });

  it.each(["json", "safetensors", "onnx"])(
    "writes %s, twice the same bytes, with the card inside",
    async (format) => {
      await gridient(cwd, ["export-model", "moons.yaml", "2", "--to", format]);
      await gridient(cwd, ["export-model", "moons.yaml", "2", "--out", `again.${format}`]);
      const bytes = await bytesOf(`model.${format}`);
      expect(await bytesOf(`again.${format}`)).toEqual(bytes);
      expect(bytes.includes("How to reproduce it")).toBe(true);
      if (format !== "onnx") expect(loadModel(bytes).card).toBe(String(await bytesOf("model.card.md")));
    },
  );

  it("says on the card what the trial's record says, and how to make the model again", async () => {
    await gridient(cwd, ["export-model", "moons.yaml", "3", "--out", "c.json"]);
    const card = String(await bytesOf("c.card.md"));
    const summary = JSON.parse(String(await bytesOf("results/moons/summary.json"))) as {
      configurations: { objective: Statistics }[];
    };
    expect(card).toContain("A \\`model\\` &lt;of&gt; dots");
    expect(card).toContain("Trial 3 of moons, replicate 1, with the weights of the last epoch, 4.");
    const all = intervalText("testAccuracy", summary.configurations[1]!.objective);
    expect(card).toContain(` % | ${all} |`);
    const [, spec] = /```yaml\n(.*?)```/s.exec(card)!;
    await writeFile(join(cwd, "again.yaml"), spec!);
    const again = await gridient(cwd, [
      "export-model",
      "again.yaml",
      "0",
      "--store",
      "empty",
      "--out",
      "d.json",
    ]);
    expect(again).toMatchObject({ exitCode: 0 });
    expect(layersIn(await bytesOf("d.json"))).toEqual(layersIn(await bytesOf("c.json")));
  });

  it("knows no folder of this machine, wherever the experiment's file is named from", async () => {
    await writeFile(
      join(cwd, "rows.csv"),
      Array.from({ length: 20 }, (_, i) => `${i},${i % 2}\n`)
        .join("")
        .replace(/^/, "x,odd\n"),
    );
    const spec = "dataset: {name: csv, path: rows.csv, target: odd, categories: [odd], split: random}\n";
    await writeFile(join(cwd, "rows.yaml"), `${spec}architecture: {hidden: []}\neta: 1\nepochs: 1\n`);
    const written = [];
    for (const file of ["rows.yaml", join(cwd, "rows.yaml")]) {
      await gridient(cwd, ["export-model", file, "0", "--out", "rows.json"]);
      written.push(String(await bytesOf("rows.json")), String(await bytesOf("rows.card.md")));
    }
    expect(written.slice(2)).toEqual(written.slice(0, 2));
    expect(written[1]).toContain("path: rows.csv\n");
  });

  it("trains a trial that has no record, and keeps its record", async () => {
    const args = ["export-model", "moons.yaml", "1", "--store", "new", "--out", "e.onnx"];
    expect(await gridient(cwd, args)).toMatchObject({ exitCode: 0 });
    const { stdout } = await gridient(cwd, ["plan", "moons.yaml", "--store", "new", "--json"]);
    expect(JSON.parse(stdout)).toMatchObject({ stored: 1 });
  });

  it.each([
    ["a trial that diverged", ["moons.yaml", "5"], "it diverged in epoch 1"],
    ["a trial that does not exist", ["moons.yaml", "99"], "Its trials are 0 to 5"],
    [
      "the best one of trials without records",
      ["moons.yaml", "--store", "none"],
      "6 of 6 trials have no record",
    ],
    ["an unknown format", ["moons.yaml", "--to", "pickle"], "json, safetensors, onnx"],
  ])("refuses %s with exit code 2, and writes nothing", async (_, args, message) => {
    const before = await readdir(cwd);
    const { exitCode, stdout, stderr } = await gridient(cwd, ["export-model", ...args]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(message);
    expect(await readdir(cwd)).toEqual(before);
  });
});

function layersIn(json: Buffer): unknown {
  return (JSON.parse(String(json)) as { layers: unknown }).layers;
}
