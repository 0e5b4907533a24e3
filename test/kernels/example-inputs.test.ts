import * as fc from "fast-check";
import { expect, it } from "vitest";
import { exampleInputs, usedFeatures } from "../../src/kernels/example-inputs.ts";
import { placeDataset } from "../../src/kernels/simd/place-dataset.ts";
import { makeProblem, type Shape } from "./fixtures.ts";

const shape: Shape = {
  features: 70,
  hidden: [],
  classes: 2,
  examples: 25,
  inputs: "bytes",
  density: 0.3,
  activation: "sigmoid",
  output: "sigmoid",
  loss: "quadratic",
  scale: 1,
  seed: 5,
};

it("reads examples as they were placed, from blocks, bytes or floats", () => {
  const changes = fc.record({
    features: fc.integer({ min: 1, max: 130 }),
    density: fc.constantFrom(0, 0.05, 0.5, 1),
    inputs: fc.constantFrom("bytes" as const, "floats" as const),
    seed: fc.nat({ max: 1000 }),
  });
  const property = fc.property(changes, (changed) => {
    const { dataset } = makeProblem({ ...shape, ...changed });
    const { features, inputs } = dataset;
    const data = placeDataset(dataset, 0);
    const rows = Uint32Array.of(3, 11, 24);
    const examples = Array.from(rows, (row) => inputs.slice(row * features, (row + 1) * features));
    expect(Array.from(rows, (row) => exampleInputs(data, row).slice())).toEqual(examples);
    const used = Array.from({ length: features }, (_, i) =>
      Number(examples.some((example) => example[i] !== 0)),
    );
    expect([...usedFeatures(data, rows)]).toEqual(used);
  });
  fc.assert(property, { numRuns: 50 });
});
