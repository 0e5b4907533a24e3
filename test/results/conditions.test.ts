import { describe, expect, it } from "vitest";
import { answerOf } from "../../src/report/summary/answer.ts";
import { summaryMarkdown } from "../../src/report/summary/summary-markdown.ts";
import { axisEffectPicture } from "../../src/report/pictures/axes/axis-effect-picture.ts";
import { reportPictures } from "../../src/report/pictures/report-pictures.ts";
import { conditionsOf, isConditionPath } from "../../src/results/comparisons/conditions.ts";
import { readBoard } from "../../src/results/reading/read-board.ts";
import { resultFiles } from "../../src/results/result-files.ts";
import type { Results } from "../../src/results/results.ts";
import { experimentOf as specOf } from "../support/train.ts";
import { experimentOf, resultsOf, type Axis } from "./fixture.ts";

const NOISE: Axis = { path: "dataset.noise", values: [0.1, 0.3] };
const ETA: Axis = { path: "eta", values: [1, 2, 3] };

/** Results of a grid of noise and eta, one accuracy in percent for each. */
function noisy(percents: readonly number[], axes: readonly Axis[] = [NOISE, ETA]): Results {
  return resultsOf(experimentOf({ axes }), ({ index }) => ({ accuracies: [percents[index]! / 100] }));
}

function rankingOf({ leaderboard }: Pick<Results, "leaderboard">): unknown[] {
  return leaderboard.map(({ condition, place, configuration }) => [condition, place, configuration.index]);
}

describe("options of the data", () => {
  it("are conditions: each has a ranking, a best setting and comparisons of its own", () => {
    const results = noisy([90, 95, 92, 60, 65, 70]);
    expect(rankingOf(results)).toEqual([
      ["noise = 0.1", 1, 1],
      ["noise = 0.1", 2, 2],
      ["noise = 0.1", 3, 0],
      ["noise = 0.3", 1, 5],
      ["noise = 0.3", 2, 4],
      ["noise = 0.3", 3, 3],
    ]);
    expect(results.best!.index).toBe(1);
    expect(answerOf(results)).toMatchObject({
      emphasized: "Best at noise = 0.1: eta = 2; at noise = 0.3: eta = 3",
      rest: ", with a validation accuracy at the last epoch of 95.00 % (noise = 0.1); 70.00 % (noise = 0.3) (one replicate).",
    });
    const summary = summaryMarkdown(results, reportPictures(results));
    expect(summary).toContain("Each condition has its own ranking");
    expect(summary.match(/\| best \|/g)).toHaveLength(2);
    expect(summary).not.toContain("Best: noise");
    expect(results.warnings.map(({ message }) => message).join()).toContain(
      "At noise = 0.3, the best value of eta (3) is the largest tried",
    );
  });

  it("are no answer: the same setting may be best everywhere, or nothing be chosen", () => {
    expect(answerOf(noisy([90, 95, 92, 60, 75, 70])).emphasized).toBe("Best in every condition: eta = 2");
    expect(answerOf(noisy([90, 60], [NOISE]))).toMatchObject({
      emphasized: "Validation accuracy at the last epoch",
      rest: ": 90.00 % (noise = 0.1); 60.00 % (noise = 0.3) (one replicate).",
    });
  });

  it("have an effect, but no best value", () => {
    const results = noisy([90, 95, 92, 60, 65, 70]);
    const captions = results.effects.map((effect) => axisEffectPicture(effect, results)[0]!.caption);
    expect(captions[0]).toBe(
      "From noise = 0.1: 92.33 % to noise = 0.3: 65.00 % on average over the other axes",
    );
    expect(captions[1]).toBe("Best at noise = 0.1: eta = 2 (95.00 %); at noise = 0.3: eta = 3 (70.00 %)");
  });

  it("are read back from summary.json", () => {
    const results = noisy([90, 95, 92, 60, 65, 70]);
    const files = new Map(resultFiles(results).map(({ path, content }) => [path, content]));
    const text = (path: string): string => files.get(path)!;
    const board = readBoard({
      summary: text("summary.json"),
      trials: text("trials.csv"),
      epochs: text("epochs.csv"),
    });
    expect(rankingOf(board as unknown as Results)).toEqual(rankingOf(results));
    expect(answerOf(board)).toEqual(answerOf(results));
  });
});

describe("conditionsOf()", () => {
  function namesOf(yaml: string, objective = "testAccuracy"): string[] {
    const results = resultsOf(specOf(yaml), () => ({ accuracies: [0.5] }));
    return conditionsOf(results.configurations, objective).map(({ name }) => name);
  }
  const REST = "architecture: {hidden: [3]}\neta: [1, 2]\nepochs: 1\n";

  it("names what the data differ in, also where a variant sets it", () => {
    expect(namesOf(`dataset: moons\n${REST}`)).toEqual([""]);
    expect(namesOf(`dataset: [moons, spirals]\n${REST}`)).toEqual(["dataset = moons", "dataset = spirals"]);
    const variants = "sweep: {variants: {few: {dataset.samples: 50}, many: {dataset.samples: 500}}}\n";
    expect(namesOf(`dataset: moons\n${REST}${variants}`)).toEqual(["samples = 50", "samples = 500"]);
  });

  it("counts how a table is prepared among the choices", () => {
    expect(
      ["dataset", "dataset.noise", "dataset.train", "function.curvatures", "start"].every((path) =>
        isConditionPath(path, "testAccuracy"),
      ),
    ).toBe(true);
    const choices = ["dataset.scaling", "dataset.missing", "dataset.fillMean", "eta", "variant", "loss"];
    expect(choices.some((path) => isConditionPath(path, "testAccuracy"))).toBe(false);
  });

  it("lets losses of different kinds not compete, where the objective is one", () => {
    const losses = `dataset: moons\n${REST}loss: [quadratic, mse]\n`;
    expect(namesOf(losses)).toEqual([""]);
    expect(namesOf(losses, "testLoss")).toEqual(["loss = quadratic", "loss = mse"]);
    expect(namesOf(losses, "testLogLoss")).toEqual([""]);
    const smoothing = `dataset: moons\n${REST}loss: binaryCrossEntropy\nlabelSmoothing: [0, 0.1]\n`;
    expect(namesOf(smoothing, "trainCost")).toEqual(["labelSmoothing = 0", "labelSmoothing = 0.1"]);
    expect(isConditionPath("loss", "validationLoss")).toBe(true);
    expect(isConditionPath("dataset.targetScaling", "validationLoss")).toBe(true);
  });
});
