import { describe, expect, it } from "vitest";
import { fitPicture } from "../../src/report/pictures/curves/fit-picture.ts";
import { hiddenUnitsPicture } from "../../src/report/pictures/models/hidden-units-picture.ts";
import { pairPictures } from "../../src/report/pictures/axes/pair-pictures.ts";
import { summaryMarkdown } from "../../src/report/summary/summary-markdown.ts";
import { reportPictures } from "../../src/report/pictures/report-pictures.ts";
import type { Results } from "../../src/results/results.ts";
import type { Portrait } from "../../src/training/portraits/portrait.ts";
import { experimentOf as specOf } from "../support/train.ts";
import { experimentOf, resultsOf } from "../results/fixture.ts";

/** Results whose data are images of one pixel. */
function imageResults(): Results {
  const axes = [{ path: "eta", values: [1, 2] }];
  const results = resultsOf(experimentOf({ axes, replicates: { count: 2, baseSeed: 1 } }), ({ index }) => ({
    accuracies: [0.5 + index / 10],
  }));
  const { best } = results;
  return { ...results, best: { ...best!, facts: { ...best!.facts, image: [1, 1] } } };
}

function portraitOf(activities: readonly (readonly number[])[], trialId = "t"): Portrait {
  const shown = activities.map((activity, index) => ({ index, weights: [1], activity, top: [] }));
  return { trialId, epoch: 1, part: "test", units: { count: shown.length, shown, examples: [] } };
}

function unitsCaption(activities: readonly (readonly number[])[]): string {
  return hiddenUnitsPicture(portraitOf(activities), imageResults())[0]!.caption;
}

describe("captions claim what was measured:", () => {
  it("units count as detectors where their first class leads by half of their range", () => {
    expect(
      unitsCaption([
        [0.9, 0.4, 0],
        [0.3, 0.6, 0.7],
      ]),
    ).toContain(
      "Unit 0 differs most between classes: its mean activation is 0.90 for class 0 and 0.00 for class 2. 1 of the 2 units shown responds to one class",
    );
    expect(
      unitsCaption([
        [0.9, 0.5, 0],
        [0.5, 0.5, 0.5],
      ]),
    ).toContain("No unit shown responds to one class alone");
    expect(
      unitsCaption([
        [0.9, 0],
        [0, 0.8],
      ]),
    ).not.toContain("one class");
  });

  it("over-fitting is not declared, the best epoch is named", () => {
    const captions = [
      [0.7, 0.8, 0.9],
      [0.7, 0.9, 0.8],
    ].map((accuracies) => {
      const experiment = experimentOf({ metrics: ["trainLoss"] });
      return fitPicture(resultsOf(experiment, () => ({ accuracies })))[0]!.caption;
    });
    expect(captions[0]).toMatch(/validation loss of 0\.1, its lowest$/);
    expect(captions[1]).toMatch(/validation loss of 0\.2; its lowest was 0\.1 at epoch 2$/);
  });

  it("the best model is one replicate of several", () => {
    const results = imageResults();
    const trialId = results.best!.trials[1]!.trial.id;
    const shown = { ...results, portraits: [portraitOf([[0.9, 0.4, 0]], trialId)] };
    expect(summaryMarkdown(shown, reportPictures(shown))).toContain(
      "This is replicate 1 of eta = 2: the best of its 2 replicates by validation accuracy.",
    );
  });

  it("maps compare cells over the same combinations of the other axes", () => {
    const experiment = specOf(
      "dataset: moons\narchitecture: {hidden: [[3], [4]]}\neta: [1, 2]\nbatchSize: [5, 10]\nepochs: 1\nsweep: {exclude: [{eta: 1, batchSize: 5, architecture.hidden: [3]}]}\n",
    );
    const results = resultsOf(experiment, ({ index }) => ({ accuracies: [(10 + index) / 100] }));
    const byPlace = new Map(
      results.configurations.map(({ values, objective }) => [JSON.stringify(values), objective.mean]),
    );
    const map = pairPictures(results).find(({ name }) => name === "map-hidden-eta")!;
    const worst = byPlace.get("[[3],1,10]")!;
    expect(map.caption).toContain(`worst at hidden = [3], eta = 1: ${(100 * worst).toFixed(2)} %`);
    const best = byPlace.get("[[4],2,10]")!; // batchSize = 5 is not in every cell
    expect(map.caption).toContain(`Best at hidden = [4], eta = 2: ${(100 * best).toFixed(2)} %`);
  });
});
