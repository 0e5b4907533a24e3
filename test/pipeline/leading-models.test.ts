import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LeadingModels } from "../../src/pipeline/models/leading-models.ts";
import { buildResults } from "../../src/results/build-results.ts";
import { portrayedTrials } from "../../src/results/portrayed-trials.ts";
import type { KeptModel } from "../../src/training/model-keeper.ts";
import type { Outcome } from "../../src/training/outcome.ts";
import { planTrials } from "../../src/trials/plan.ts";
import type { Trial } from "../../src/trials/trial.ts";
import { experimentOf, trainTogether } from "../support/train.ts";

const MOONS = `dataset: {name: moons, samples: [20, 24]}
eta: [0.1, 0.3, 1]
epochs: 1
replicates: 3
objective: {metric: testLoss}
architecture: {hidden: [2]}
`;
const DIGITS = MOONS.replace("name: moons, samples: [20, 24]", "name: digits, train: [20, 30], test: 10");

/** How a made-up trial ends: with a test loss, or diverged. */
type Ending = number | "diverged";

describe("LeadingModels", () => {
  it.each([
    ["regions are drawn", MOONS],
    ["only the best is drawn", DIGITS],
  ])("has the weights that pictures need, whatever the order of the endings, where %s", async (_, text) => {
    const experiment = experimentOf(text);
    const plan = planTrials(experiment);
    const [sample] = await trainTogether([plan.trials[0]!], experiment);
    const endings = fc.array(
      fc.oneof(
        fc.integer({ min: 0, max: 4 }).map((n) => n / 4),
        fc.constant<Ending>("diverged"),
      ),
      {
        minLength: plan.trials.length,
        maxLength: plan.trials.length,
      },
    );
    const outcomeOf = ({ id, configuration, replicate, dataDigest }: Trial, ending: Ending): Outcome => {
      const own = { ...sample!.record, id, configuration, replicate, dataDigest };
      if (ending === "diverged") return { ...own, status: "diverged", divergedEpoch: 1 };
      return { ...own, metrics: { ...own.metrics, testLoss: [1, ending] } };
    };
    fc.assert(
      fc.property(
        endings,
        fc.shuffledSubarray([...plan.trials], { minLength: plan.trials.length }),
        (ends, order) => {
          const leading = new LeadingModels(plan);
          const outcomes = new Map<string, Outcome>();
          for (const trial of order) {
            const outcome = outcomeOf(trial, ends[trial.index]!);
            outcomes.set(trial.id, outcome);
            const model: KeptModel = { epoch: 1, tensors: new Map() };
            leading.note(trial, outcome, ends[trial.index] === "diverged" ? undefined : model);
          }
          const results = buildResults(plan, outcomes, { trainerVersion: 1 });
          for (const { trial } of portrayedTrials(results)) expect(leading.modelOf(trial)).toBeDefined();
          expect(plan.trials.filter((trial) => leading.modelOf(trial)).length).toBeLessThan(
            plan.trials.length,
          );
        },
      ),
    );
  });
});

it("drops weights beyond 256 MB of settings that are not finished", async () => {
  const experiment = experimentOf(
    MOONS.replace("[0.1, 0.3, 1]", "[0.1, 0.3, 1, 3, 10]").replace("[20, 24]", "20"),
  );
  const plan = planTrials(experiment);
  const firsts = plan.trials.filter(({ replicate }) => replicate === plan.trials[0]!.replicate);
  const [sample] = await trainTogether([firsts[0]!], experiment);
  const leading = new LeadingModels(plan);
  const values = new Float32Array(16 * 1024 * 1024);
  const model: KeptModel = {
    epoch: 1,
    tensors: new Map([["layers.0.weights", { shape: [1, values.length], values }]]),
  };
  for (const trial of firsts) leading.note(trial, sample!.record, model);
  expect(firsts.map((trial) => leading.modelOf(trial) !== undefined)).toEqual([
    true,
    true,
    true,
    true,
    false,
  ]);
});

it("takes no weights of another epoch than the one that the objective looks at", async () => {
  const experiment = experimentOf(MOONS.replace("metric: testLoss", "metric: testLoss, at: best"));
  const plan = planTrials(experiment);
  const [trial] = plan.trials;
  const [sample] = await trainTogether([trial!], experiment);
  const outcome: Outcome = { ...sample!.record, metrics: { ...sample!.record.metrics, testLoss: [1, 2] } };
  for (const epoch of [0, 1]) {
    const leading = new LeadingModels(plan);
    const model: KeptModel = { epoch, tensors: new Map() };
    leading.note(trial!, outcome, model);
    expect(leading.modelOf(trial!)).toBe(epoch === 0 ? model : undefined);
  }
});

describe("the returned weights", () => {
  it.each(["last", "best"])("are those of the epoch that the objective looks at: %s", async (at) => {
    const experiment = experimentOf(`dataset: {name: digits, train: 60, validation: 20, test: 20}
architecture: {hidden: [4]}
optimizer: {name: momentum}
eta: 3
epochs: 8
objective: {metric: validationLoss, at: ${at}}
earlyStopping: {metric: validationLoss, patience: 2, restoreBest: true}
`);
    const { trials } = planTrials(experiment);
    const [kept] = await trainTogether([trials[0]!], {
      ...experiment,
      run: { keep: at === "best" ? "best" : "last" },
    });
    const [returned] = await trainTogether([trials[0]!], experiment, { returnModel: true });
    expect(returned!.model).toEqual(kept!.models.at(-1));
    expect(returned!.record).toEqual(kept!.record);
    expect(returned!.models).toEqual([]);
  });
});
