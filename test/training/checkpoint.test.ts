import { describe, expect, it } from "vitest";
import type { Checkpoint } from "../../src/training/checkpoint.ts";
import { layersOf, tensorsOf } from "../../src/training/checkpoint.ts";
import type { TrainedTrial } from "../../src/training/read-trials.ts";
import { planTrials } from "../../src/trials/plan.ts";
import { EVERY_OPTION } from "../support/every-option.ts";
import { experimentOf, trainOne } from "../support/train.ts";

/** What is on disk of a trial that kept the weights of all its epochs. */
function checkpointAt(epoch: number, { record, models }: TrainedTrial): Checkpoint {
  const { tensors } = models.find((model) => model.epoch === epoch)!;
  const series = Object.entries(record.metrics).map(([name, values]) => [name, values.slice(0, epoch + 1)]);
  return { epoch, tensors, series: Object.fromEntries(series) as Checkpoint["series"] };
}

describe("training from a checkpoint", () => {
  it.each(EVERY_OPTION)("leaves the record and the weights of an undisturbed training: %s", async (spec) => {
    const experiment = experimentOf(spec.replace("keep: last", "keep: all"));
    const [trial] = planTrials(experiment).trials;
    const whole = await trainOne(trial!, experiment);
    for (const { epoch } of whole.models.slice(1)) {
      const { record, models } = await trainOne(trial!, experiment, { from: checkpointAt(epoch, whole) });
      expect(record).toEqual(whole.record);
      expect(models).toEqual(whole.models.slice(epoch));
    }
  });
});

describe("layersOf()", () => {
  it("returns what tensorsOf() was given, beside tensors of other names", () => {
    const layer = { weights: Float32Array.of(1, 2, 3, 4, 5, 6), biases: Float32Array.of(7, 8) };
    const tensors = new Map([
      ...tensorsOf([layer]),
      ["optimizer.step", { shape: [1], values: Float32Array.of(9) }],
    ]);
    expect(tensors.get("layers.0.weights")!.shape).toEqual([2, 3]);
    expect(layersOf(tensors)).toEqual([layer]);
  });
});
