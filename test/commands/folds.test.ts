import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { fTail } from "../../src/math/f-distribution.ts";
import { readExperimentFile } from "../support/read-experiment.ts";
import { planTrials, type Plan } from "../../src/trials/plan.ts";
import { temporaryFolder } from "../support/folders.ts";
import { gridient } from "./run-in.ts";

const ROWS = Array.from(
  { length: 61 },
  (_, i) => `${(i % 3) + (i % 7) / 10},${"rgb"[i % 3]},${["iris", "rose"][i % 2]}`,
);
const SPEC = `dataset: {name: csv, path: flowers.csv, target: kind, folds: 3, validationShare: 0}
architecture: {hidden: [], output: softmax}
loss: crossEntropy
eta: [0.1, 1]
epochs: 2
replicates: 2
`;

let cwd: string;
beforeAll(async () => {
  cwd = await temporaryFolder();
  await mkdir(join(cwd, ".git"));
  await write("flowers.csv", ["length,colour,kind", ...ROWS].join("\n"));
  await write("folds.yaml", SPEC);
});

async function write(file: string, text: string): Promise<void> {
  await writeFile(join(cwd, file), text);
}

async function problemsOf(spec: string): Promise<string[]> {
  await write("other.yaml", spec);
  const { problems } = await readExperimentFile(join(cwd, "other.yaml"), { limit: 10 });
  return problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

async function planOf(spec: string): Promise<Plan> {
  await write("other.yaml", spec);
  const { experiment, problems } = await readExperimentFile(join(cwd, "other.yaml"), { limit: 10 });
  expect(problems).toEqual([]);
  return planTrials(experiment!);
}

interface Summary {
  readonly configurations: {
    overlap: number;
    objective: { sd: number; ci95: { low: number; high: number } };
  }[];
  readonly comparisons: { differences: { t: number; p: number }[] }[];
}

/** Each interval is Student's t over the three fold means, of variance (1/3 + 21/40) sd², and so is the test of a pair. */
async function expectWideIntervals(): Promise<void> {
  const text = await readFile(join(cwd, "results/folds/summary.json"), "utf8");
  const { configurations, comparisons } = JSON.parse(text) as Summary;
  const { t, p } = comparisons[0]!.differences[0]!;
  expect(p).toBeCloseTo(fTail(t * t, { numerator: 1, denominator: 2 }), 8);
  for (const { overlap, objective } of configurations) {
    expect(overlap).toBe(21 / 40);
    const { low, high } = objective.ci95;
    expect((high - low) / 2).toBeCloseTo(4.302652729 * Math.sqrt(1 / 3 + overlap) * objective.sd, 8);
  }
}

describe("folds", () => {
  it("repeat every replicate, each fold a trial with data of its own", async () => {
    const { trials, configurations } = await planOf(SPEC);
    expect(trials.map(({ fold, replicate }) => [fold, replicate])).toEqual(
      [0, 1].flatMap(() => [1, 2, 3].flatMap((fold) => [0, 1].map((replicate) => [fold, replicate]))),
    );
    expect(new Set(trials.map(({ id }) => id)).size).toBe(12);
    expect(new Set(trials.map(({ dataDigest }) => dataDigest)).size).toBe(3);
    expect(trials.map(({ index }) => index)).toEqual(trials.map((_, i) => i));
    const tested = configurations[0]!.folds!.map(({ facts }) => facts.sizes.test);
    expect(tested).toEqual([21, 20, 20]);
  });

  it("keep their ids when one of them is run alone", async () => {
    const all = await planOf(SPEC);
    const alone = await planOf(SPEC.replace("folds: 3", "folds: 3, fold: 2"));
    const second = all.trials.filter(({ fold }) => fold === 2).map(({ id }) => id);
    expect(alone.trials.map(({ id }) => id)).toEqual(second);
  });

  it("must be two at least, and as many for all data sets", async () => {
    expect(await problemsOf(SPEC.replace("folds: 3", "folds: 1"))).toEqual([
      "1:62 folds must be at least 2 (got 1)",
    ]);
    expect(await problemsOf(SPEC.replace("folds: 3", "folds: [0, 3]"))).toEqual([
      "1:10 All data sets of a grid must have the same number of folds (got 0 and 3)",
    ]);
  });

  it("points at the only example of a class, in whichever fold it is missing", async () => {
    await write("lone.csv", ["length,colour,kind", ...ROWS, "1,r,daisy"].join("\n"));
    const found = [
      /^63:5 Class "daisy" must have an example in the training part of fold \d \(got a single one/,
    ];
    const problems = await problemsOf(SPEC.replace("flowers.csv", "lone.csv"));
    found.forEach((text, i) => expect(problems[i]).toMatch(text));
    expect(problems).toHaveLength(1);
  });

  it("let configurations with one replicate be compared, in pairs of folds", async () => {
    const claim = "expect: [{where: {eta: 1}, beats: {eta: 0.1}}]\n";
    expect(await problemsOf(SPEC.replace("replicates: 2\n", claim))).toEqual([]);
  });

  it("are a column of both tables, counted in every text, and replayed alone", async () => {
    const { exitCode, stdout } = await gridient(cwd, ["sweep", "folds.yaml"]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain("confidence interval of 3 folds x 2 replicates");
    for (const [file, count] of [
      ["trials.csv", 12],
      ["epochs.csv", 36],
    ] as const) {
      const rows: Record<string, string>[] = parse(await readFile(join(cwd, "results/folds", file)), {
        columns: true,
      });
      expect(rows).toHaveLength(count);
      expect(Object.keys(rows[0]!).slice(0, 5)).toEqual([
        "trial",
        "id",
        "configuration",
        "fold",
        "replicate",
      ]);
      expect(new Set(rows.map(({ fold }) => fold))).toEqual(new Set(["1", "2", "3"]));
    }
    const summary = await readFile(join(cwd, "results/folds/summary.md"), "utf8");
    expect(summary).toContain("(Nadeau and Bengio 2003)");
    await expectWideIntervals();
    const { stdout: shown } = await gridient(cwd, [
      "show",
      "folds",
      "--trials",
      "--columns",
      "trial,fold,replicate",
    ]);
    expect(shown.split("\n")[3]).toMatch(/^ *2 +2 +0$/);
    const { stdout: one } = await gridient(cwd, ["repro", "folds.yaml", "3"]);
    await write("one.yaml", one);
    const { stdout: replayed } = await gridient(cwd, ["sweep", "one.yaml"]);
    expect(replayed).toContain("1 of 1 trials from the store");
    const { exitCode: checked } = await gridient(cwd, ["sweep", "--check", "folds.yaml"]);
    expect(checked).toBe(0);
  });
});
