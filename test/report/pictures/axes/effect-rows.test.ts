import { expect, it } from "vitest";
import { effectRows } from "../../../../src/report/pictures/axes/effect-rows.ts";
import { buildResults } from "../../../../src/results/build-results.ts";
import { planTrials } from "../../../../src/trials/plan.ts";
import { experimentOf } from "../../../support/train.ts";

it("looks at each configuration once, however many values an axis has", () => {
  const eta = "{range: {from: 1, to: 50, step: 1}}";
  const plan = planTrials(
    experimentOf(`dataset: xor\narchitecture: {hidden: [2]}\neta: ${eta}\nepochs: 1\n`),
  );
  const results = buildResults(plan, new Map(), { trainerVersion: 1 });
  let looks = 0;
  const configurations = results.configurations.map((own) => ({
    ...own,
    get values() {
      looks += 1;
      return own.values;
    },
  }));
  const rows = effectRows(results.effects[0]!, { ...results, configurations }, true);
  expect([rows.length, looks]).toEqual([50, 50]);
});
