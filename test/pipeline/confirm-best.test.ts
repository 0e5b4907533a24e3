import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createColors } from "picocolors";
import { describe, expect, it } from "vitest";
import { checkExperiment } from "../../src/pipeline/check-experiment.ts";
import { runExperiment, type Run, type RunOptions } from "../../src/pipeline/run-experiment.ts";
import type { SweepListener } from "../../src/pipeline/listener.ts";
import { storedExperiment } from "../../src/pipeline/stored-experiment.ts";
import { verifyExperiment } from "../../src/pipeline/verify-experiment.ts";
import { confirmationText } from "../../src/report/summary/answer.ts";
import { leaderboardText } from "../../src/terminal/leaderboard-text.ts";
import { readExperiment } from "../support/read-experiment.ts";
import { planTrials } from "../../src/trials/plan.ts";
import { digestsBelow, temporaryFolder } from "../support/folders.ts";
import { experimentOf } from "../support/train.ts";

const FIELDS = `dataset: {name: digits, train: 200, validation: 60, test: 60}
architecture: {hidden: [5], output: softmax}
loss: crossEntropy
epochs: 3
`;
const PLAIN = `${FIELDS}eta: [0.01, 0.5]\nreplicates: 2\n`;
const SPEC = `${PLAIN}report: {confirm: 3}\n`;

interface Place {
  readonly results: string;
  readonly options: RunOptions;
}

async function place(): Promise<Place> {
  const folder = await temporaryFolder();
  const load = { dataDir: undefined, cacheDir: join(folder, "cache") };
  const results = join(folder, "results");
  return { results, options: { resultsDir: results, storeDir: join(folder, "store"), load, inline: true } };
}

function run(yaml: string, { options }: Place, more: Partial<RunOptions> = {}): Promise<Run> {
  return runExperiment(experimentOf(yaml), { ...options, ...more });
}

async function table(where: Place, file: string): Promise<string> {
  return readFile(join(where.results, "test", file), "utf8");
}

describe("report.confirm", () => {
  it("trains replicates of the best configuration that come after the spec's own, and changes no other table", async () => {
    const [plain, where] = [await place(), await place()];
    await run(PLAIN, plain);
    const { results } = await run(SPEC, where);
    const best = results.best!.index;
    const alone = `${FIELDS}eta: ${[0.01, 0.5][best]}\nreplicates: {count: 3, first: 2}\n`;
    const wanted = planTrials(experimentOf(alone)).trials;
    const fresh = results.confirmation!;
    expect(fresh.trials.map(({ trial }) => trial.id)).toEqual(wanted.map(({ id }) => id));
    expect(fresh.trials.map(({ trial }) => trial.replicate)).toEqual([2, 3, 4]);
    expect(fresh.configurations[0]!.objective).toMatchObject({ n: 3, mean: expect.any(Number) });
    for (const file of ["trials.csv", "epochs.csv"])
      expect(await table(where, file)).toBe(await table(plain, file));
    expect((await table(where, "confirm.csv")).trimEnd().split("\n")).toHaveLength(1 + 3);
    expect(await table(where, "summary.md")).toMatch(
      /On the 2 replicates used for selection: [\d.]+ .*; on 3 replicates with new random numbers: [\d.]+ /,
    );
    expect(leaderboardText(results, { paint: createColors(false), width: 200 })).toContain(
      confirmationText(results),
    );
    expect(confirmationText(results)).toMatch(/^On the 2 replicates used for selection: /);
    const summary = JSON.parse(await table(where, "summary.json")) as { confirmation: unknown };
    expect(summary.confirmation).toEqual({
      replicates: 3,
      objective: fresh.configurations[0]!.objective,
    });
  });

  it("trains nothing twice, and writes the same bytes from the store and with any number of threads", async () => {
    const where = await place();
    await run(SPEC, where);
    const first = await digestsBelow(where.results);
    await rm(where.results, { recursive: true });
    const events: unknown[] = [];
    const listener: SweepListener = {
      onConfirm: ({ trials }, stored) => events.push([stored, trials.length]),
      onWork: (jobs) => events.push(jobs),
    };
    await run(SPEC, where, { listener });
    expect(events).toEqual([[3, 3]]);
    expect(await digestsBelow(where.results)).toEqual(first);
    for (const workers of [1, 2, 4]) {
      const other = await place();
      await run(SPEC, other, { inline: false, workers });
      expect(await digestsBelow(other.results)).toEqual(first);
    }
  });

  it("goes on where only some of these trials have a record, and reports none that lack one", async () => {
    const where = await place();
    await run(PLAIN, where);
    const load = where.options;
    const { missing, trials } = await storedExperiment(experimentOf(SPEC), load, () => {});
    expect([missing.length, trials.length]).toEqual([3, 7]);
    const events: unknown[] = [];
    await run(SPEC.replace("confirm: 3", "confirm: 1"), where);
    const listener: SweepListener = {
      onConfirm: ({ trials }, stored) => events.push([stored, trials.length]),
    };
    await run(SPEC, where, { listener });
    expect(events).toEqual([[1, 3]]);
    expect((await storedExperiment(experimentOf(SPEC), load, () => {})).missing).toEqual([]);
  });

  it("is checked and verified like every other trial", async () => {
    const where = await place();
    await run(SPEC, where);
    const experiment = experimentOf(SPEC);
    expect((await checkExperiment(experiment, where.options)).differences).toEqual([]);
    expect((await verifyExperiment(experiment, where.options)).differences).toEqual([]);
    const file = join(where.results, "test/confirm.csv");
    const text = await readFile(file, "utf8");
    await writeFile(
      file,
      text.replace(/0\.(\d)/, (_, digit) => `0.${(Number(digit) + 1) % 10}`),
    );
    expect((await checkExperiment(experiment, where.options)).differences).not.toEqual([]);
    expect((await verifyExperiment(experiment, where.options)).differences).toEqual([
      expect.stringContaining("confirm.csv"),
    ]);
  });

  it("waits until all trials have a record", async () => {
    const where = await place();
    const { results } = await run(SPEC, where, { shard: { number: 1, of: 2 } });
    expect(results.confirmation).toBeUndefined();
  });

  it("is refused where nothing is random", () => {
    const { problems } = readExperiment(
      "kind: function\nfunction: bowl\nstart: [1, 1]\neta: [0.1, 0.2]\nsteps: 5\nreport: {confirm: 5}\n",
      "experiments/x.yaml",
      { limit: 10 },
    );
    expect(problems).toMatchObject([
      {
        line: 6,
        message: expect.stringContaining("report.confirm needs random numbers (got a descent on a function)"),
      },
    ]);
  });
});
