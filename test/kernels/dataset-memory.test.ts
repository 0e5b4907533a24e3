import { describe, expect, it } from "vitest";
import type { Dataset } from "../../src/data/dataset.ts";
import { align, growMemory, partRows } from "../../src/kernels/dataset-memory.ts";
import { placeDataset } from "../../src/kernels/simd/place-dataset.ts";

const dataset: Dataset = {
  features: 3,
  target: { kind: "classes", count: 2 },
  inputs: Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11),
  labels: Uint8Array.of(1, 0, 1, 1),
  parts: { train: Uint32Array.of(3, 1), validation: Uint32Array.of(2), test: Uint32Array.of(0) },
  sizes: { train: 2, validation: 1, test: 1 },
};

describe("placeDataset()", () => {
  it("copies bytes, labels and facts", () => {
    const data = placeDataset({ ...dataset, image: [3, 1] }, 0);
    const bytes = new Uint8Array(data.memory.buffer);
    expect(bytes.slice(data.inputsOffset, data.inputsOffset + 12)).toEqual(dataset.inputs);
    expect(bytes.slice(data.targetsOffset, data.targetsOffset + 4)).toEqual(dataset.labels);
    const { features, target, examples, sizes, image, inputKind } = data;
    expect({ features, target, examples, image }).toEqual({
      features: 3,
      target: { kind: "classes", count: 2 },
      examples: 4,
      image: [3, 1],
    });
    expect({ sizes, inputKind }).toEqual({ sizes: dataset.sizes, inputKind: "bytes" });
  });

  it("copies floats, also from the middle of a buffer", () => {
    const inputs = Float32Array.from({ length: 13 }, (_, i) => i / 8).subarray(1);
    const data = placeDataset({ ...dataset, inputs }, 0);
    expect(data.inputKind).toBe("floats");
    expect(new Float32Array(data.memory.buffer, data.inputsOffset, 12).slice()).toEqual(inputs.slice());
  });

  it("starts every array and the regions at a cache line, with the room asked for behind them", () => {
    const data = placeDataset(dataset, 100_000);
    const { inputsOffset, targetsOffset, partsOffset, end, memory } = data;
    for (const offset of [inputsOffset, targetsOffset, partsOffset, end]) expect(offset % 64).toBe(0);
    expect(inputsOffset).toBeGreaterThan(0);
    expect(targetsOffset).toBeGreaterThanOrEqual(inputsOffset + 12);
    expect(partsOffset).toBeGreaterThanOrEqual(targetsOffset + 4);
    expect(end).toBeGreaterThanOrEqual(partsOffset + 16);
    expect(memory.buffer.byteLength).toBeGreaterThanOrEqual(end + 100_000);
  });

  it("refuses what does not fit 4 GiB, with the figure", () => {
    const place = (): unknown => placeDataset(dataset, 5 * 2 ** 30);
    expect(place).toThrow(expect.objectContaining({ code: "E_MEMORY" }));
    expect(place).toThrow("Data and networks must fit into 4 GiB (got 5.00 GiB)");
  });
});

describe("partRows()", () => {
  it("returns each part's rows as a view into the memory", () => {
    const data = placeDataset(dataset, 0);
    expect([...partRows(data, "train")]).toEqual([3, 1]);
    expect([...partRows(data, "validation")]).toEqual([2]);
    expect([...partRows(data, "test")]).toEqual([0]);
    expect(partRows(data, "test").buffer).toBe(data.memory.buffer);
  });
});

describe("growMemory()", () => {
  it("appends whole pages and returns where they begin", () => {
    const { memory } = placeDataset(dataset, 0);
    const before = memory.buffer.byteLength;
    expect(growMemory(memory, 65_537)).toBe(before);
    expect(memory.buffer.byteLength).toBe(before + 2 * 65_536);
  });

  it("refuses to go beyond 4 GiB", () => {
    const { memory } = placeDataset(dataset, 0);
    expect(() => growMemory(memory, 2 ** 32)).toThrow(expect.objectContaining({ code: "E_MEMORY" }));
  });
});

describe("align()", () => {
  it("rounds up to multiples of 64", () => {
    expect([0, 1, 64, 65].map(align)).toEqual([0, 64, 64, 128]);
  });
});
