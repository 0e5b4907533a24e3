import { asNetwork } from "../../../src/configuration/kind-of.ts";
import { describe, expect, it } from "vitest";
import { compareBoards } from "../../../src/results/changes/compare-boards.ts";
import { readBoard, type StatedBoard } from "../../../src/results/reading/read-board.ts";
import { resultFiles } from "../../../src/results/result-files.ts";
import { BASE, experimentOf, resultsOf, type Course, type ExperimentParts } from "../fixture.ts";

const ETA = { path: "eta", values: [1, 2, 3] };

/** Returns the board of an experiment whose ids are its own, with a course by eta and replicate. */
function boardOf(
  id: string,
  parts: ExperimentParts,
  courseOf: (eta: number, replicate: number) => Course,
): StatedBoard {
  const experiment = experimentOf({ axes: [ETA], replicates: { count: 3, baseSeed: 0 }, ...parts });
  const results = resultsOf(experiment, ({ configuration, replicate }) =>
    courseOf(asNetwork(configuration).eta, replicate),
  );
  const [trials, epochs, summary] = resultFiles(results).map(({ content }) => content);
  const own = (table: string): string => table.replaceAll(/,(c\dr\d),/g, `,${id}-$1,`);
  return readBoard({ summary: summary!, trials: own(trials!), epochs: own(epochs!) });
}

/** The same in all replicates but for a shift of their own. */
function level(accuracy: number): (eta: number, replicate: number) => Course {
  return (_, replicate) => ({ accuracies: [0.5, accuracy + replicate / 100] });
}

describe("compareBoards()", () => {
  it("finds results identical to themselves", () => {
    const board = boardOf("a", {}, level(0.5));
    const { identical, changed, added, removed, changes } = compareBoards({ before: board, after: board });
    expect(identical).toHaveLength(3);
    expect([changed, added, removed, changes]).toEqual([[], [], [], []]);
  });

  it("matches settings of other ids by their values, and tells what all of them share", () => {
    const before = boardOf("a", {}, level(0.5));
    const after = boardOf("b", { base: { ...BASE, batchSize: 5 }, name: "other" }, (eta, replicate) => {
      return { accuracies: [0.5, 0.5 + (eta === 2 ? 0.2 + replicate / 50 : replicate / 100)] };
    });
    const { changed, identical, changes } = compareBoards({ before, after });
    expect(changes).toEqual([{ path: "batchSize", before: 10, after: 5 }]);
    expect(identical.map(({ setting }) => setting.get("eta"))).toEqual([1, 3]);
    expect(changed.map(({ setting }) => setting.get("eta"))).toEqual([2]);
    expect(changed[0]!.difference).toMatchObject({ status: "tested", n: 3 });
    expect(changed[0]!.difference.mean).toBeCloseTo(0.21, 12);
    expect(changed[0]!.trials.map(({ isIdentical }) => isIdentical)).toEqual([false, false, false]);
  });

  it("puts the largest difference first, up or down, and settings without one last", () => {
    const after = boardOf("b", {}, (eta) =>
      eta === 1 ? { divergedEpoch: 1 } : { accuracies: [0.5, 0.5 - eta / 10] },
    );
    const { changed } = compareBoards({ before: boardOf("a", {}, level(0.5)), after });
    expect(changed.map(({ setting }) => setting.get("eta"))).toEqual([3, 2, 1]);
    expect(changed.map(({ difference }) => difference.n)).toEqual([3, 3, 0]);
    expect(changed[2]!.difference.mean).toBeNull();
  });

  it("is the other way round when the sides are", () => {
    const few = boardOf("a", { axes: [{ path: "eta", values: [1, 4] }] }, level(0.5));
    const many = boardOf("b", {}, level(0.7));
    const [there, back] = [
      compareBoards({ before: few, after: many }),
      compareBoards({ before: many, after: few }),
    ];
    expect(there.added.map(({ setting }) => setting.get("eta"))).toEqual([2, 3]);
    expect(there.removed.map(({ setting }) => setting.get("eta"))).toEqual([4]);
    expect(back.added).toEqual(there.removed);
    expect(back.removed).toEqual(there.added);
    expect(back.changed[0]!.difference.mean).toBe(-there.changed[0]!.difference.mean!);
  });

  it("knows an axis of one side in what all settings of the other share", () => {
    const one = boardOf("b", { axes: [], base: { ...BASE, eta: 2 } }, level(0.5));
    const { identical, removed } = compareBoards({ before: boardOf("a", {}, level(0.5)), after: one });
    expect(identical.map(({ setting }) => [...setting])).toEqual([[["eta", 2]]]);
    expect(removed).toHaveLength(2);
  });

  it("pairs replicates that both have, and none of another base seed", () => {
    const before = boardOf("a", {}, level(0.5));
    const more = boardOf("b", { replicates: { count: 5, baseSeed: 0 } }, level(0.6));
    const other = boardOf("c", { replicates: { count: 3, baseSeed: 9 } }, level(0.6));
    expect(compareBoards({ before, after: more }).changed[0]!.difference.n).toBe(3);
    const [first] = compareBoards({ before, after: other }).changed;
    expect(first!.difference).toMatchObject({ status: "tooFew", n: 0 });
    expect(first!.difference.mean).toBeCloseTo(0.1, 12);
  });

  it("measures both sides by the objective of the second", () => {
    const before = boardOf("a", {}, () => ({ accuracies: [0.9, 0.5] }));
    const objective = { metric: "validationAccuracy", goal: "maximize", at: "best" } as const;
    const after = boardOf("b", { objective }, () => ({ accuracies: [0.9, 0.6] }));
    const { changed, changes } = compareBoards({ before, after });
    expect(changed[0]!.statistics.before.mean).toBeCloseTo(0.9, 12);
    expect(changed[0]!.difference.mean).toBe(0);
    expect(changes.map(({ path }) => path)).toEqual(["objective"]);
  });
});
