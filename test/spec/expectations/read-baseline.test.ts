import { describe, expect, it } from "vitest";
import { readExperiment } from "../../support/read-experiment.ts";
import { planTrials } from "../../../src/trials/plan.ts";

const GRID = `dataset: moons
architecture: {hidden: [3]}
eta: [1, 2]
batchSize: [5, 10]
epochs: 1
sweep: {include: [{name: plain, eta: 3, batchSize: 5}]}
`;

function read(baseline: string): ReturnType<typeof readExperiment> {
  return readExperiment(`${GRID}report: {baseline: ${baseline}}\n`, "a.yaml", { limit: 100 });
}

describe("report.baseline", () => {
  it.each([
    ["fields", "{eta: 1, batchSize: 5}"],
    ["a comparison", "{eta: {gt: 2}}"],
    ["the name of a configuration", "plain"],
  ])("may be matched by %s", (_, baseline) => {
    const { experiment, problems } = read(baseline);
    expect(problems).toEqual([]);
    expect(experiment!.report!.baseline).toBeDefined();
  });

  it.each([
    ["several configurations", "{eta: 1}", "2"],
    ["none", "{eta: 5}", "none"],
    ["a name that nothing has", "deep", "none"],
  ])("must not match %s", (_, baseline, found) => {
    const { experiment, problems } = read(baseline);
    expect(experiment).toBeUndefined();
    expect(problems.map(({ line, column, message }) => [line, column, message])).toEqual([
      [7, 20, `report.baseline must match exactly one configuration (got ${found})`],
    ]);
  });

  it("changes no trial", () => {
    const ids = (text: string): string[] => {
      const { experiment } = readExperiment(text, "a.yaml", { limit: 100 });
      return planTrials(experiment!).trials.map(({ id }) => id);
    };
    expect(ids(`${GRID}report: {baseline: plain}\n`)).toEqual(ids(GRID));
  });

  it("may be given on the command line", () => {
    const set = ["report.baseline={eta: 2, batchSize: 10}"];
    const { experiment, problems } = readExperiment(GRID, "a.yaml", { limit: 100, set });
    expect(problems).toEqual([]);
    expect(experiment!.report).toBeDefined();
  });
});

describe("report.margin", () => {
  it("is read, alone and beside a baseline, and changes no trial", () => {
    const plain = readExperiment(GRID, "a.yaml", { limit: 100 }).experiment!;
    const { experiment, problems } = readExperiment(`${GRID}report: {margin: 0.005}\n`, "a.yaml", {
      limit: 100,
    });
    expect(problems).toEqual([]);
    expect(experiment!.report).toEqual({ margin: 0.005 });
    expect(planTrials(experiment!).trials.map(({ id }) => id)).toEqual(
      planTrials(plain).trials.map(({ id }) => id),
    );
    expect(read("plain, margin: 1").experiment!.report).toMatchObject({ margin: 1 });
  });

  it("must be above 0", () => {
    const { problems } = readExperiment(`${GRID}report: {margin: 0}\n`, "a.yaml", { limit: 100 });
    expect(problems.map(({ line, severity }) => [line, severity])).toEqual([[7, "error"]]);
  });
});
