import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createColors } from "picocolors";
import { runExperiment } from "../../src/pipeline/run-experiment.ts";
import { makePageData } from "../../src/report/page/make-page-data.ts";
import { answerOf } from "../../src/report/summary/answer.ts";
import { leaderboardText } from "../../src/terminal/leaderboard-text.ts";
import { summaryMarkdown } from "../../src/report/summary/summary-markdown.ts";
import { reportPictures } from "../../src/report/pictures/report-pictures.ts";
import { inOwnUnits } from "../../src/report/in-own-units.ts";
import { lastValue } from "../../src/results/best-epoch.ts";
import { readBoard } from "../../src/results/reading/read-board.ts";
import { resultFiles } from "../../src/results/result-files.ts";
import type { Results } from "../../src/results/results.ts";
import { temporaryFolder } from "../support/folders.ts";
import { experimentOf } from "../support/train.ts";

/** Prices in the thousands, each with something that no network can know. */
const HOMES = ["size,age,price,rent"].concat(
  Array.from({ length: 60 }, (_, i) => {
    const [size, age, luck] = [(i * 37) % 50, (i * 11) % 23, ((i * 29) % 17) / 17];
    return [size, age, 20_000 + 900 * size - 300 * age + 4000 * luck, 3 * size + luck].join(",");
  }),
);

async function train({
  folds = 0,
  loss = "mse",
  target = "target: price",
  more = "",
  store = "",
}): Promise<Results> {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "homes.csv"), HOMES.join("\n"));
  const spec = `
dataset: {name: csv, path: homes.csv, ${target}, folds: ${folds}, validationShare: 0.25}
architecture: {hidden: [3], output: identity}
loss: ${loss}
eta: [0.02, 0.05]
epochs: 3
replicates: 2
${more}`;
  const experiment = experimentOf(spec, join(folder, "homes.yaml"));
  const storeDir = store === "" ? join(folder, "store") : store;
  const load = { dataDir: undefined, cacheDir: folder };
  const run = await runExperiment(experiment, { resultsDir: folder, storeDir, load, inline: true });
  return run.results;
}

const PARTS = ["validation", "test"];

describe.each(["mse", "quadratic"])("errors of a scaled target with the loss %s", (loss) => {
  it.each([0, 3])("are those that metrics: [rmse] measures, over %i folds", async (folds) => {
    const told = await train({ loss, folds });
    const measured = await train({ loss, folds, more: "metrics: [rmse]" });
    for (const part of PARTS) {
      const name = `${part}Rmse`;
      const at = (results: Results) => results.metrics.findIndex((metric) => metric.name === name);
      told.trials.forEach((trial, i) => {
        expect(lastValue(trial, name)! / lastValue(measured.trials[i]!, name)!).toBeCloseTo(1, 5);
        expect(lastValue(trial, name)).toBeGreaterThan(500); // about 1 in scaled units
      });
      told.configurations.forEach((own, i) => {
        const [mean, other] = [own, measured.configurations[i]!].map(
          (configuration, j) => configuration.metrics[at(j === 0 ? told : measured)]!.mean!,
        );
        expect(mean! / other!).toBeCloseTo(1, 5);
      });
    }
    expect(told.best!.objectiveRmse!.mean).toBe(
      told.best!.metrics[told.metrics.findIndex(({ name }) => name === "validationRmse")]!.mean,
    );
  });
});

describe("results of a scaled target", () => {
  it("have the same tables as ever", async () => {
    const files = resultFiles(await train({}));
    for (const file of ["trials.csv", "epochs.csv"])
      expect(files.find(({ path }) => path === file)!.content).not.toMatch(/rmse/i);
  });

  it("do not depend on what else the store knows", async () => {
    const store = await temporaryFolder();
    const alone = await train({ loss: "quadratic" });
    await train({ loss: "quadratic", store, more: "metrics: [rmse]" });
    const beside = await train({ loss: "quadratic", store });
    expect(summaryMarkdown(beside, reportPictures(beside))).toBe(
      summaryMarkdown(alone, reportPictures(alone)),
    );
  });

  it.each([
    ["", 0],
    ["objective: {metric: validationLoss, at: best}", 0],
    ["", 3],
  ])("are read back with what they tell: %s, %i folds", async (more, folds) => {
    const results = await train({ folds, more });
    const content = new Map(resultFiles(results).map((file) => [file.path, file.content]));
    const [summary, trials, epochs] = ["summary.json", "trials.csv", "epochs.csv"].map((path) =>
      content.get(path)!,
    );
    const board = readBoard({ summary: summary!, trials: trials!, epochs: epochs! });
    const screen = { paint: createColors(false), width: 120 };
    expect(leaderboardText(board, screen)).toBe(leaderboardText(results, screen));
    expect(answerOf(board)).toEqual(answerOf(results));
    board.configurations
      .flatMap((configuration) => configuration.trials)
      .forEach((trial, i) => expect(trial.record!.metrics).toEqual(results.trials[i]!.record!.metrics));
  });

  it("call losses scaled wherever they are shown, and give errors in the units of the target", async () => {
    const results = await train({ more: "expect: [{metric: validationLoss, atMost: 100}]" });
    const { paint, width } = { paint: createColors(false), width: 200 };
    const page = makePageData(results);
    const texts = [
      leaderboardText(results, { paint, width }),
      summaryMarkdown(results, reportPictures(results)),
      [page.answer.rest, ...page.figures, ...page.expectations.map(({ expected }) => expected)].join("\n"),
    ];
    for (const text of texts) {
      expect(text).not.toMatch(/(?<!scaled )(running|train|validation|test) loss/);
      expect(text).toContain("validation RMSE");
      expect(text).toContain("in the units of price");
    }
  });

  it.each([0, 3])(
    "tell effects, curves and variance as an objective of RMSE does, over %i folds",
    async (folds) => {
      const more = "batchSize: [5, 10]";
      const told = await train({ folds, more });
      const measured = await train({
        folds,
        more: `${more}\nmetrics: [rmse]\nobjective: {metric: validationRmse, at: last}`,
      });
      const own = inOwnUnits(told);
      expect(own.leaderboard.map(({ toBest }) => toBest?.verdict)).toEqual(
        told.leaderboard.map(({ toBest }) => toBest?.verdict),
      );
      const meansOf = ({ effects }: Results) =>
        effects.flatMap(({ values }) => values.map(({ objective: { mean, sd } }) => [mean, sd]).flat());
      expect(meansOf(own).length).toBe(8);
      meansOf(own).forEach((figure, i) => expect(figure! / meansOf(measured)[i]!).toBeCloseTo(1, 4));
      const sharesOf = ({ variance }: Results) =>
        variance && "rows" in variance ? variance.rows.map(({ share }) => share) : [];
      expect(sharesOf(own).length).toBeGreaterThan(3);
      sharesOf(own).forEach((share, i) => expect(share).toBeCloseTo(sharesOf(measured)[i]!, 4));
      const pictures = Object.values(reportPictures(told)).flat();
      for (const { alt, caption } of pictures) expect(`${alt} ${caption}`).not.toMatch(/scaled|loss/);
      const text = summaryMarkdown(told, reportPictures(told));
      expect(text).toContain("| validation RMSE | sd of RMSE | scaled, from the best |");
      expect(text).toMatch(/\| batchSize \| validation RMSE \| trials/);
    },
  );

  it("name what measures the errors where several targets share a loss", async () => {
    const results = await train({ target: "targets: [price, rent]" });
    const text = summaryMarkdown(results, reportPictures(results));
    expect(text).toContain(
      "Losses are those of scaled targets (price; rent); set metrics: [mae, rmse] to measure errors in",
    );
    expect(results.metrics.map(({ name }) => name)).not.toContain("testRmse");
  });

  it("of a target that is not scaled have the losses they always had", async () => {
    const results = await train({ target: "target: rent, targetScaling: none" });
    expect(summaryMarkdown(results, reportPictures(results))).not.toMatch(/scaled|RMSE/);
  });
});
