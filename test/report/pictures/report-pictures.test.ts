import { describe, expect, it } from "vitest";
import { drawPicture } from "../../../src/report/pictures/draw-picture.ts";
import type { Picture } from "../../../src/report/pictures/picture.ts";
import { fittedCurvesPicture } from "../../../src/report/pictures/models/fitted-curves-picture.ts";
import { reportPictures } from "../../../src/report/pictures/report-pictures.ts";
import type { Results } from "../../../src/results/results.ts";
import { experimentOf, resultsOf, type Course, type Axis } from "../../results/fixture.ts";

const ETA: Axis = { path: "eta", values: [0.01, 0.1, 1] };
const HIDDEN: Axis = { path: "architecture.hidden", values: [[], [3]] };
const BATCH: Axis = { path: "batchSize", values: [10, 20] };

/** Results over axes; without a course, a setting is better the later it stands in the grid. */
function over(axes: readonly Axis[], courseOf?: (index: number) => Course): Results {
  const experiment = experimentOf({ axes, replicates: { count: 2, baseSeed: 1 }, metrics: ["trainLoss"] });
  return resultsOf(experiment, ({ configurationIndex: index, replicate }) => {
    return courseOf?.(index) ?? { accuracies: [0.6, 0.7 + index / 100 + replicate / 200] };
  });
}

function namesOf(results: Results): string[] {
  return Object.values(reportPictures(results))
    .flat()
    .map(({ name }: Picture) => name);
}

describe("fittedCurvesPicture()", () => {
  it("draws the best and the worst curve through the training examples, and says how far they miss them", () => {
    const results = over([ETA]);
    const [best, worst] = results.leaderboard.map(({ configuration }) => configuration.trials[0]!.trial.id);
    const places = [-1, 0, 1].map((x) => ({ x, y: x * x }));
    const portraits = [best, worst].map((trialId, i) => {
      const examples = places.map((place) => ({ ...place, answer: place.y + (i === 0 ? 0.5 : -2) }));
      return { trialId: trialId!, epoch: 1, part: "test", curve: { points: places, examples } } as const;
    });
    const [picture] = fittedCurvesPicture(portraits, results);
    expect(picture!.caption).toBe(
      "eta = 1 has a mean absolute error of 0.5 on the training examples; eta = 0.1 has a mean absolute error of 2 on the training examples",
    );
    const svg = drawPicture(picture!);
    expect(svg).toContain("What the best and the worst model predict");
    expect(svg).toContain("dots: training examples; best: eta = 1; worst: eta = 0.1");
    expect(fittedCurvesPicture([{ trialId: best!, epoch: 1, part: "test" }], results)).toEqual([]);
  });
});

describe("reportPictures()", () => {
  it("shows the effect of a single axis, maps of two, parallel coordinates of three", () => {
    expect(namesOf(over([ETA]))).toEqual(["learning-curves", "effect-eta", "train-and-test"]);
    expect(namesOf(over([ETA, HIDDEN]))).toEqual([
      "learning-curves",
      "effect-eta",
      "effect-hidden",
      "map-eta-hidden",
      "importance",
      "train-and-test",
    ]);
    expect(namesOf(over([ETA, HIDDEN, BATCH]))).toContain("parallel-coordinates");
  });

  it("draws nothing of a single setting but its curves, and nothing at all where all diverged", () => {
    expect(namesOf(over([]))).toEqual(["learning-curves", "train-and-test"]);
    expect(namesOf(over([ETA], () => ({ divergedEpoch: 1 })))).toEqual([]);
  });

  it("marks what diverged instead of dropping it, and says so", () => {
    const results = over([ETA], (index) =>
      index === 2 ? { divergedEpoch: 1 } : { accuracies: [0.5, 0.8 + index / 10] },
    );
    const [effect] = reportPictures(results).effects;
    expect(effect!.caption).toBe(
      "Best at eta = 0.1: 90.00 %, worst at eta = 0.01: 80.00 %; diverged trials: eta = 1 (2 of 2)",
    );
    const svg = drawPicture(effect!);
    expect([...svg.matchAll(/>([^<>]+)<\/text>/g)].map(([, text]) => text)).toEqual(
      expect.arrayContaining(["0.01", "0.1", "1", "2 of 2"]),
    );
  });

  it("draws every picture in the same bytes again, with twins of its colours for the dark", () => {
    const pictures = Object.values(reportPictures(over([ETA, HIDDEN, BATCH]))).flat();
    for (const picture of pictures) {
      const svg = drawPicture(picture);
      expect(drawPicture(picture)).toBe(svg);
      expect(svg).toContain("prefers-color-scheme:dark");
      expect(picture.caption).toMatch(/\d/);
    }
  });
});
