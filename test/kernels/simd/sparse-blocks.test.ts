import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DatasetMemory } from "../../../src/kernels/dataset-memory.ts";
import { placeDataset } from "../../../src/kernels/simd/place-dataset.ts";
import { makeProblem, type Shape } from "../fixtures.ts";

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

function place(changes: Partial<Shape>): { data: DatasetMemory; inputs: Uint8Array | Float32Array } {
  const { dataset } = makeProblem({ ...shape, ...changes });
  return { data: placeDataset(dataset, 0), inputs: dataset.inputs };
}

/** Returns [examples + 1]. */
function startsOf({ memory, blocksOffset, examples }: DatasetMemory): Uint32Array {
  return new Uint32Array(memory.buffer, blocksOffset, examples + 1);
}

/** Reads the blocks back into rows of bytes. */
function unpack(data: DatasetMemory): Uint8Array {
  const { memory, examples, features } = data;
  const starts = startsOf(data);
  const rows = new Uint8Array(examples * features);
  for (let row = 0; row < examples; row++) {
    const block = new DataView(memory.buffer, starts[row], starts[row + 1]! - starts[row]!);
    for (let entry = 0; entry < 4 * block.getUint32(0, true); entry++) {
      const group = 4 + 12 * (entry >> 2);
      const index = block.getUint16(group + 2 * (entry & 3), true);
      rows[row * features + index]! += block.getUint8(group + 8 + (entry & 3));
    }
  }
  return rows;
}

describe("placeDataset()", () => {
  it("writes blocks that hold every input, each beginning at a cache line, between the data set and its end", () => {
    const sizes = fc.record({
      features: fc.integer({ min: 1, max: 200 }),
      examples: fc.integer({ min: 1, max: 30 }),
      density: fc.constantFrom(0, 0.1, 0.5),
      seed: fc.nat(),
    });
    const property = fc.property(sizes, (changes) => {
      const { data, inputs } = place(changes);
      fc.pre(data.blocksOffset !== undefined);
      expect(unpack(data)).toEqual(inputs);
      const starts = startsOf(data);
      expect(starts.every((start) => start % 64 === 0)).toBe(true);
      expect(starts[0]).toBeGreaterThanOrEqual(data.blocksOffset + starts.byteLength);
      expect(starts.at(-1)).toBe(data.end);
    });
    fc.assert(property, { seed: 1, numRuns: 100 });
  });

  it("writes blocks for as many features as 16 bits can tell apart, and none for more", () => {
    const { data, inputs } = place({ features: 65536, examples: 2, density: 0.1 });
    expect(inputs.at(65535)).toBeDefined();
    expect(unpack(data)).toEqual(inputs);
    expect(place({ features: 65537, examples: 2, density: 0.1 }).data.blocksOffset).toBeUndefined();
  });

  it.each([
    [0, true],
    [0.6, true],
    [0.75, false],
    [1, false],
  ])("decides by the density measured: %d non-zeros", (density, hasBlocks) => {
    const { data } = place({ features: 1000, examples: 9, density });
    expect(data.blocksOffset !== undefined).toBe(hasBlocks);
  });

  it("writes none for floats", () => {
    expect(place({ inputs: "floats" }).data.blocksOffset).toBeUndefined();
  });
});
