import { describe, expect, it } from "vitest";
import { drawPicture } from "../../../../src/report/pictures/draw-picture.ts";
import { descentPictures } from "../../../../src/report/pictures/descent/descent-pictures.ts";
import { buildResults } from "../../../../src/results/build-results.ts";
import type { Results } from "../../../../src/results/results.ts";
import { trainTrials } from "../../../../src/training/train-trials.ts";
import { planTrials } from "../../../../src/trials/plan.ts";
import { parseXml } from "../../../support/parse-xml.ts";
import { experimentOf } from "../../../support/train.ts";

function resultsOf(fields: string): Results {
  const experiment = experimentOf(`kind: function\n${fields}`);
  const plan = planTrials(experiment);
  const settings = { metrics: [], keep: "none", objective: experiment.objective } as const;
  const outcomes = plan.trials.map((trial) => [trial.id, trainTrials([trial], settings)[0]!.record] as const);
  return buildResults(plan, new Map(outcomes), { trainerVersion: 1 });
}

const BOWL = "function: bowl\nstart: [10, 1]\neta: [0.01, 0.18, 0.3]\nsteps: 200\ntolerance: 0.001\n";

describe("descentPictures()", () => {
  it("shows a panel for each setting, with how it ends, in light and dark", () => {
    const [picture] = descentPictures(resultsOf(BOWL));
    expect(picture!.caption).toBe(
      "eta = 0.01: not converged after 200 steps; eta = 0.18: converged after 47 steps; eta = 0.3: diverged at step 7",
    );
    const svg = drawPicture(picture!);
    expect(() => parseXml(`<?xml version="1.0" encoding="UTF-8"?>\n${svg}`)).not.toThrow();
    expect(svg).toBe(drawPicture(descentPictures(resultsOf(BOWL))[0]!));
    expect(svg.match(/href="#ground"/g)).toHaveLength(3);
    expect(svg).toContain("prefers-color-scheme:dark");
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  it("puts the starts of a setting into one panel", () => {
    const fields = "function: himmelblau\nstart: [[0, 0], [-4, -4]]\neta: [0.001, 0.01]\nsteps: 50\n";
    const [picture] = descentPictures(resultsOf(fields));
    expect(picture!.alt).toContain("2 panels");
    expect(picture!.caption).toMatch(/^eta = 0\.001: 2 not converged after 50 steps; eta = 0\.01: /);
  });

  it("shows a function of one variable as a curve, and several functions one by one", () => {
    const curve = descentPictures(
      resultsOf("function: {expression: v1^4 - v1^2}\nstart: [2]\neta: 0.01\nsteps: 20\n"),
    );
    expect(curve[0]!.drawing).toContain("up: the value");
    const two = descentPictures(
      resultsOf("function: [bowl, saddle]\nstart: [1, 0.1]\neta: 0.1\nsteps: 20\n"),
    );
    expect(two.map(({ name }) => name)).toEqual(["descent-1", "descent-2"]);
  });

  it("keeps long ways short, zigzags and all", () => {
    const long = "function: bowl\nstart: [10, 1]\neta: 0.1999\nsteps: 50000\ntolerance: 0\n";
    const svg = drawPicture(descentPictures(resultsOf(long))[0]!);
    expect(svg.length).toBeLessThan(70_000);
  });

  it("has none of functions of three variables", () => {
    const fields = "function: {name: bowl, curvatures: [1, 2, 3]}\nstart: [1, 1, 1]\neta: 0.1\nsteps: 5\n";
    expect(descentPictures(resultsOf(fields))).toEqual([]);
  });
});
