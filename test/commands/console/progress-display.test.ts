import { createColors } from "picocolors";
import { describe, expect, it } from "vitest";
import { blockLines, plainLine } from "../../../src/commands/console/progress-display.ts";
import { ASCII, UNICODE } from "../../../src/terminal/glyphs.ts";
import type { ProgressState } from "../../../src/pipeline/progress/progress.ts";
import { makeJobs } from "../../../src/trials/job.ts";
import { planTrials } from "../../../src/trials/plan.ts";
import { experimentOf } from "../../support/train.ts";

const plan = planTrials(experimentOf("{dataset: xor, architecture: {hidden: [2]}, eta: 1, epochs: 10}"));
const [job] = makeJobs(plan.trials, plan);

const STATE: ProgressState = {
  name: "lr",
  round: "",
  trials: 21,
  done: 6,
  stored: 0,
  failed: 0,
  samplesPerSecond: 435_400,
  secondsLeft: 4.2,
  best: "validationAccuracy 0.7935 (eta = 0.03, replicate 2)",
  running: [{ job: job!, slot: 0, trial: 3, label: "eta = 0.3, replicate 0", epoch: 9, epochs: 10 }],
  share: 0.25,
};

describe("plainLine()", () => {
  it("tells trials, rate, time left and the best so far in one line", () => {
    expect(plainLine(STATE)).toBe(
      "lr: 6 of 21 trials, 435k samples/s, 4 s left, best so far: validationAccuracy 0.7935 (eta = 0.03, replicate 2)",
    );
  });
  it("shows no rate for programs, whose samples are not known", () => {
    expect(plainLine({ ...STATE, samplesPerSecond: 0, best: undefined })).toBe(
      "lr: 6 of 21 trials, 4 s left",
    );
  });
  it("says which round of a search trains, and that only its end is foreseen", () => {
    expect(plainLine({ ...STATE, round: "look 2 of 5: 6 replicates, 4 settings", best: undefined })).toBe(
      "lr: look 2 of 5: 6 replicates, 4 settings; 6 of 21 trials, 435k samples/s, 4 s left in this round",
    );
  });
  it("counts failures, and leaves out what is not known yet", () => {
    expect(plainLine({ ...STATE, failed: 1, best: undefined, secondsLeft: undefined })).toBe(
      "lr: 6 of 21 trials, 1 failed, 435k samples/s",
    );
  });
});

describe("blockLines()", () => {
  const plain = { paint: createColors(false), glyphs: UNICODE };
  it("draws a bar by work done, the best so far and what is running", () => {
    const [bar, best, running] = blockLines(STATE, plain, 100);
    expect(bar).toBe(`lr ${"█".repeat(6)}${"░".repeat(18)} 6 of 21 trials, 435k samples/s, 4 s left`);
    expect(best).toContain("best so far");
    expect(running).toBe("  running: eta = 0.3, replicate 0, epoch 9 of 10");
  });
  it("is ASCII where the terminal shows no more", () => {
    const state = {
      ...STATE,
      best: "testAccuracy 0.79 ± 0.1 (eta = 0.03, hidden = [30, 30, 30], replicate 2)",
    };
    for (const width of [44, 100])
      for (const line of blockLines(state, { ...plain, glyphs: ASCII }, width)) {
        expect(line).toMatch(/^[ -~]*$/);
        expect(line.length).toBeLessThanOrEqual(width);
      }
  });
  it.each([30, 44, 60, 100])("stays within %d columns", (width) => {
    for (const line of blockLines(STATE, plain, width)) expect(line.length).toBeLessThanOrEqual(width);
  });
});
