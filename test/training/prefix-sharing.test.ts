import { describe, expect, it } from "vitest";
import { EXPERIMENT_SCHEMA } from "../../src/fields/experiment-schema.ts";
import { planTrials } from "../../src/trials/plan.ts";
import { experimentOf, trainAll, trainTogether } from "../support/train.ts";
import { IS_LONG } from "../support/long-form.ts";

/** Every word that the schema allows; one that is added there is tried from then on. */
function words(name: string): string[] {
  const { anyOf = [], enum: own = [] } = EXPERIMENT_SCHEMA.$defs![name]!;
  return [...own, ...anyOf.flatMap((branch) => branch.enum ?? [])].map(String);
}

const SPLITS = [
  "{name: digits, train: 30, validation: 8, test: 8}",
  "{name: digits, train: 30, validation: 0, test: 8}",
  "{name: moons, samples: 30}",
];
/** Their epochs are laid out over the whole training. */
const LONG = ["cosine", "oneCycle"];

const [OPTIMIZERS, SCHEDULES] = [words("optimizerName"), words("scheduleName")];
/** Each with each in the long form; else every word once. */
const CASES = OPTIMIZERS.flatMap((optimizer, i) =>
  SCHEDULES.filter((_, j) => IS_LONG || j % OPTIMIZERS.length === i || i % SCHEDULES.length === j).map(
    (schedule) => ({ optimizer, schedule }),
  ),
);

describe("trials that differ in epochs alone", () => {
  it.each(CASES)("leave what each leaves alone: $optimizer, $schedule", async ({ optimizer, schedule }) => {
    for (const split of SPLITS) {
      const yaml = `{dataset: ${split}, architecture: {hidden: [4], dropout: 0.2}, eta: 0.05, batchSize: 7, optimizer: ${optimizer}, schedule: ${schedule}, epochs: [2, 1, 4], run: {keep: all}}`;
      const experiment = experimentOf(yaml);
      const [first, ...others] = planTrials(experiment).trials;
      const isShared = others.every(({ prefixId }) => prefixId === first!.prefixId);
      expect(isShared).toBe(!LONG.includes(schedule));
      if (isShared)
        expect(await trainTogether([first!, ...others], experiment)).toEqual(await trainAll(yaml));
    }
  });
});
