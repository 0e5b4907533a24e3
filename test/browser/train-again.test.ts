import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Browser, Page } from "playwright-core";
import { buildResults } from "../../src/results/build-results.ts";
import type { Results } from "../../src/results/results.ts";
import type { Outcome } from "../../src/training/outcome.ts";
import { trainTrials } from "../../src/training/train-trials.ts";
import { planTrials } from "../../src/trials/plan.ts";
import { CHROMIUM, closePages, sharedChromium } from "../support/chromium.ts";
import { itLong } from "../support/long-form.ts";
import { openPage, photograph, writtenPage } from "../support/opened-page.ts";
import { experimentOf, trainOne } from "../support/train.ts";

const DIGITS = `
dataset: {name: digits, train: 200, validation: 50, test: 50}
architecture: {hidden: [8]}
eta: [1, 3]
epochs: 4
`;
const SPIRALS = `
dataset: {name: spirals, samples: 60}
architecture: {hidden: [5, 4], activation: tanh, output: softmax}
loss: crossEntropy
eta: 0.1
epochs: 30
`;

describe.skipIf(!CHROMIUM)("Train this again", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await sharedChromium();
  });
  afterAll(closePages);

  it.each([DIGITS, SPIRALS])(
    "ends bit-identical in a browser's worker, or names what differs: %s",
    async (yaml) => {
      const address = await writtenPage(await trained(yaml, withAnotherLoss));
      const { page, troubles } = await openPage(browser, `${address}#trial=0`);
      await page.getByRole("button", { name: "Train this again" }).click();
      await page.getByText("Bit-identical").waitFor();
      await expect.poll(() => page.getByRole("img", { name: /^Weights of unit/ }).count()).toBeGreaterThan(4);
      expect(troubles).toEqual([]);
      await photograph(page, "train-again");
      if (yaml === DIGITS) await expectDifference(page, address);
      await page.close();
    },
  );

  itLong("descends on a function once more, bit-identical", async () => {
    const descent =
      "kind: function\nfunction: {expression: v1^2 + sin(v2)}\nstart: [1, 2]\neta: 0.1\nsteps: 90\n";
    const { page, troubles } = await openPage(browser, `${await writtenPage(descended(descent))}#trial=0`);
    await page.getByRole("button", { name: "Train this again" }).click();
    await page.getByText("Bit-identical").waitFor();
    expect(troubles).toEqual([]);
    await page.close();
  });

  it("follows a descent step by step, by buttons, keys and a click on the map", async () => {
    const descent =
      "kind: function\nfunction: {expression: v1^2 + 2*v2^2}\nstart: [[1, 2], [2, 1]]\neta: 0.1\nsteps: 9\n";
    const { page, troubles } = await openPage(browser, await writtenPage(descended(descent)));
    const part = page.getByRole("region", { name: "Follow a descent" });
    const at = (): Promise<string | null> => part.getByRole("table").textContent();
    await part.getByRole("combobox", { name: "Descent" }).selectOption({ index: 1 });
    await expect.poll(at).toMatch(/^Step 0 of 9v12v21value6/);
    await part.getByRole("button", { name: "Next step" }).click();
    await expect.poll(at).toMatch(/^Step 1 of 9v11\.6v20\.6value/);
    await part.getByRole("slider", { name: "Step" }).press("End");
    await expect.poll(at).toMatch(/^Step 9 of 9/);
    const map = part.getByRole("img", { name: /^The descent with start = / });
    const start = (await map.locator(".start").boundingBox())!;
    await page.mouse.click(start.x + start.width / 2, start.y + start.height / 2);
    await expect.poll(at).toMatch(/^Step 0 of 9/);
    await part.getByRole("button", { name: "Play" }).click();
    await expect.poll(at, { timeout: 5000 }).toMatch(/^Step 9 of 9/);
    await page.goto(`${page.url().replace(/#.*/, "")}#trial=0`);
    await page.getByRole("button", { name: "Train this again" }).click();
    await page.getByText("Bit-identical").waitFor();
    expect(troubles).toEqual([]);
    await photograph(page, "descent");
    await page.close();
  });

  it("says why it cannot train on data that are read from files", async () => {
    const results = await trained(SPIRALS);
    const [configuration] = results.configurations;
    const dataset = { name: "mnist", train: 50_000, validation: 0, test: 10_000 };
    const foreign = { ...configuration!, configuration: { ...configuration!.configuration, dataset } };
    const leaderboard = [{ ...results.leaderboard[0]!, configuration: foreign }];
    const { page } = await openPage(browser, `${await writtenPage({ ...results, leaderboard })}#trial=0`);
    await page.getByText("mnist is read from files").waitFor();
    await expect.poll(() => page.getByRole("button", { name: "Train this again" }).count()).toBe(0);
    await page.close();
  });
});

/** Falsifies a number of the second trial. */
function withAnotherLoss(record: Outcome, index: number): Outcome {
  if (record.status !== "completed" || index !== 1) return record;
  const [first, , ...others] = record.metrics["testLoss"]!;
  return { ...record, metrics: { ...record.metrics, testLoss: [first!, 0.125, ...others] } };
}

/** Trains the second trial again, and expects the first number that differs from the record. */
async function expectDifference(page: Page, address: string): Promise<void> {
  await page.goto(`${address}#trial=1`);
  await page.getByRole("heading", { level: 2, name: "Trial 1" }).waitFor();
  await page.getByRole("button", { name: "Train this again" }).click();
  await page.getByText("test loss at epoch 1 was 0.125, here 0.").waitFor();
}

/** Trains what a spec describes; `change` may falsify the record of a trial. */
async function trained(
  yaml: string,
  change = (outcome: Outcome, _index: number): Outcome => outcome,
): Promise<Results> {
  const experiment = experimentOf(yaml);
  const plan = planTrials(experiment);
  const outcomes = new Map<string, Outcome>();
  for (const [i, trial] of plan.trials.entries())
    outcomes.set(trial.id, change((await trainOne(trial, experiment)).record, i));
  return buildResults(plan, outcomes, { trainerVersion: 1 });
}

/** Returns the results of descents on a function. */
function descended(yaml: string): Results {
  const experiment = experimentOf(yaml);
  const plan = planTrials(experiment);
  const settings = { metrics: [], keep: "none", objective: experiment.objective } as const;
  const outcomes = plan.trials.map((trial): [string, Outcome] => {
    return [trial.id, trainTrials([trial], settings)[0]!.record];
  });
  return buildResults(plan, new Map(outcomes), { trainerVersion: 1 });
}
