import { describe, expect, it } from "vitest";
import { confusionPicture } from "../../../../src/report/pictures/models/confusion-picture.ts";
import type { Results } from "../../../../src/results/results.ts";
import type { Portrait } from "../../../../src/training/portraits/portrait.ts";
import { experimentOf, resultsOf } from "../../../results/fixture.ts";

const CONFUSION = [
  [3, 1, 0],
  [0, 4, 0],
  [2, 0, 5],
];

/** Results whose best model's data have classes of these names. */
function resultsWith(names?: readonly string[]): Results {
  const results = resultsOf(experimentOf({ axes: [{ path: "eta", values: [0.1, 1] }] }), () => ({
    accuracies: [0.5, 0.8],
  }));
  const target = { kind: "classes", count: 3, ...(names && { names }) } as const;
  return { ...results, best: { ...results.best!, facts: { ...results.best!.facts, target } } };
}

function pictureOf(results: Results): { caption: string; drawing: string } {
  const portrait: Portrait = { trialId: "t", epoch: 1, part: "test", confusion: CONFUSION };
  const { caption, drawing } = confusionPicture(portrait, results)[0]!;
  return { caption, drawing: drawing as string };
}

describe("confusionPicture()", () => {
  it("calls classes by number where they have no names", () => {
    const { caption, drawing } = pictureOf(resultsWith());
    expect(caption).toContain("most often 2 predicted as 0 (2 times), 0 predicted as 1 (1 times)");
    expect(drawing).not.toContain("rotate");
  });

  it("calls classes by their names; those wider than a cell stand aslant, long ones are cut, all stay text", () => {
    const { caption, drawing } = pictureOf(resultsWith(["a", "Iris versicolor of the north", "<b>"]));
    expect(caption).toContain(
      "most often <b> predicted as a (2 times), a predicted as Iris versicolor of the north",
    );
    expect(drawing.match(/rotate\(-40\)/g)).toHaveLength(3);
    expect(drawing.match(/>Iris versicolor…</g)).toHaveLength(2);
    expect(drawing.match(/>&lt;b&gt;</g)).toHaveLength(2);
  });
});
