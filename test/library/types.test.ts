import { expect, it } from "vitest";
import { unexportedTypes } from "../support/reached-types.ts";

const WRITTEN = "src/spec/experiment-file.ts";

it("exports every type that its functions take and return", () => {
  expect(unexportedTypes("src/index.ts", WRITTEN)).toEqual([]);
});

it("finds a type that is not exported", () => {
  expect(unexportedTypes("src/library/export-model.ts", WRITTEN)).toEqual(
    expect.arrayContaining([
      "src/library/run-experiment.ts: TrainOptions",
      "src/model/model.ts: ModelLayer",
      "src/spec/problem.ts: Problem",
      "src/spec/sweep.ts: Cell",
    ]),
  );
});
