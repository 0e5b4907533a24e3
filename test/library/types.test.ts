import { expect, it } from "vitest";
import { unexportedTypes } from "../support/reached-types.ts";

const DERIVED = ["src/fields/configuration.ts", "src/fields/experiment-file.ts"];

it("exports every type that its functions take and return", () => {
  expect(unexportedTypes("src/index.ts", DERIVED)).toEqual([]);
});

it("finds a type that is not exported", () => {
  expect(unexportedTypes("src/library/export-model.ts", DERIVED)).toEqual(
    expect.arrayContaining([
      "src/library/run-experiment.ts: TrainOptions",
      "src/model/model.ts: ModelLayer",
      "src/spec/problem.ts: Problem",
      "src/spec/sweep.ts: Cell",
    ]),
  );
});
