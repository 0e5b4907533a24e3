import { describe, expect, it } from "vitest";
import { roundText } from "../../src/report/grid/round-text.ts";
import type { Decided } from "../../src/spec/sweep.ts";
import { planTrials, type Plan } from "../../src/trials/plan.ts";
import { experimentOf } from "../support/train.ts";

const BASE = "dataset: {name: moons, samples: 100}\narchitecture: {hidden: [2]}\nepochs: 9\n";

/** Returns the plan of a search of which some is decided. */
function planOf(yaml: string, decided: Partial<Decided> = {}): Plan {
  const experiment = experimentOf(BASE + yaml);
  const search = { ...experiment.sweep.search!, decided: { chosen: [], allotments: [], ...decided } };
  return planTrials({ ...experiment, sweep: { ...experiment.sweep, search } });
}

describe("roundText()", () => {
  it("names the rung that settings climb to", () => {
    const yaml = "eta: [1, 2, 3, 4, 5, 6, 7, 8, 9]\nsweep: {search: {method: halving}}\n";
    expect(roundText(planOf(yaml))).toBe("rung 1 of 3: 1 epoch, 9 settings");
    const allotments = [3, 3, 1, 1, 1, 1, 3, 1, 1].map((length) => ({ length }));
    expect(roundText(planOf(yaml, { allotments }))).toBe("rung 2 of 3: 3 epochs, 3 settings");
  });

  it("names the rungs of all brackets that still climb", () => {
    const yaml = "eta: {uniform: {from: 0.1, to: 1}}\nsweep: {search: {method: hyperband}}\n";
    expect(roundText(planOf(yaml))).toBe(
      "rung 1 of 3: 1 epoch, 9 settings; 3 epochs, 5 settings; 9 epochs, 3 settings",
    );
    const lengths = [3, 3, 3, 1, 1, 1, 1, 1, 1, 9, 3, 3, 3, 3, 9, 9, 9];
    const allotments = lengths.map((length) => ({ length }));
    expect(roundText(planOf(yaml, { allotments }))).toBe(
      "rung 2 of 3: 3 epochs, 3 settings; 9 epochs, 1 setting",
    );
  });

  it("names the look of a race", () => {
    const yaml = "eta: [1, 2, 3]\nreplicates: 7\nsweep: {search: {method: racing, first: 3}}\n";
    expect(roundText(planOf(yaml))).toBe("look 1 of 3: 3 replicates, 3 settings");
    const allotments = [3, 7, 7].map((replicates) => ({ replicates }));
    expect(roundText(planOf(yaml, { allotments }))).toBe("look 3 of 3: 7 replicates, 2 settings");
  });

  it("names the generation, whether or not the last one is full", () => {
    const yaml =
      "eta: {uniform: {from: 0.1, to: 1}}\nsweep: {search: {method: tpe, configurations: 8, generation: 3}}\n";
    expect(roundText(planOf(yaml))).toBe("generation 1 of 3");
    const chosen = [0.1, 0.3, 0.5, 0.7, 0.9].map((share) => ({ shares: [share], near: [], generation: 1 }));
    expect(roundText(planOf(yaml, { chosen: chosen.slice(0, 3) }))).toBe("generation 2 of 3");
    expect(roundText(planOf(yaml, { chosen }))).toBe("generation 3 of 3");
  });

  it("is empty where all trials are known at once", () => {
    expect(roundText(planTrials(experimentOf(`${BASE}eta: [1, 2]\n`)))).toBe("");
    const yaml = "eta: {uniform: {from: 0.1, to: 1}}\nsweep: {search: {method: sobol, configurations: 3}}\n";
    expect(roundText(planOf(yaml))).toBe("");
  });
});
