import { describe, expect, it } from "vitest";
import { layOut } from "../../../src/kernels/simd/layout.ts";
import { placeDataset } from "../../../src/kernels/simd/place-dataset.ts";
import { simd } from "../../../src/kernels/simd/simd.ts";
import { allRows, makeProblem } from "../fixtures.ts";

const shape = { features: 9, hidden: [6], classes: 3, examples: 20, inputs: "bytes", density: 0.5 } as const;
const rest = { activation: "tanh", output: "softmax", loss: "crossEntropy", scale: 1, seed: 8 } as const;
const problem = makeProblem({ ...shape, ...rest });
const capacity = { order: 20, batches: 4 };
const bytes = simd.regionBytes(problem.network, capacity);

describe("simd.open()", () => {
  it("refuses a region that is too small or ends behind the memory", () => {
    const data = placeDataset(problem.dataset, bytes);
    const behind = data.memory.buffer.byteLength - bytes + 64;
    for (const region of [
      { offset: data.end, bytes: bytes - 64 },
      { offset: behind, bytes },
    ]) {
      const open = (): unknown => simd.open(data, region, problem.network, capacity);
      expect(open).toThrow(expect.objectContaining({ code: "E_KERNEL" }));
    }
  });

  it("keeps to its region: two sessions share a memory and neither data nor neighbour change", () => {
    const data = placeDataset(problem.dataset, 2 * bytes);
    const before = new Uint8Array(data.memory.buffer, 0, data.end).slice();
    const [first, second] = [0, 1].map((index) => {
      const session = simd.open(data, { offset: data.end + index * bytes, bytes }, problem.network, capacity);
      session.setParameters(problem.parameters);
      return session;
    });
    first!.train(allRows(problem), 5, new Float32Array(4).fill(0.1), new Float64Array(4));
    const trained = first!.parameters();
    expect(second!.parameters()).toEqual(problem.parameters);
    second!.train(allRows(problem), 20, Float32Array.of(0.3), new Float64Array(1));
    second!.gradient(allRows(problem));
    expect(first!.parameters()).toEqual(trained);
    expect(new Uint8Array(data.memory.buffer, 0, data.end).slice()).toEqual(before);
    expect(new Uint8Array(data.memory.buffer, data.end + 2 * bytes).every((byte) => byte === 0)).toBe(true);
  });
});

describe("simd.regionBytes()", () => {
  it("is below 2 MB for 784-100-10 on all of MNIST, batch 10", () => {
    const layers = [
      { fanIn: 784, units: 100, activation: "sigmoid" },
      { fanIn: 100, units: 10, activation: "sigmoid" },
    ] as const;
    const most = { order: 60_000, batches: 6_000 };
    expect(simd.regionBytes({ layers, loss: "quadratic" }, most)).toBeLessThan(2e6);
  });
});

describe("SimdSession", () => {
  const data = placeDataset(problem.dataset, bytes);
  const session = simd.open(data, { offset: data.end, bytes }, problem.network, capacity);

  it.each([5, 160])("keeps the padding of weights and biases at zero, for batches of %i", (batchSize) => {
    const large = { order: 160, batches: 32 };
    const place = placeDataset(problem.dataset, simd.regionBytes(problem.network, large));
    const region = { offset: place.end, bytes: simd.regionBytes(problem.network, large) };
    const trained = simd.open(place, region, problem.network, large);
    trained.setParameters(problem.parameters);
    const order = Uint32Array.from({ length: 160 }, (_, i) => i % 20);
    trained.train(order, batchSize, new Float32Array(32).fill(0.01), new Float64Array(32));
    for (const layer of layOut(problem.network, large, place.end).layers) {
      const { weights, biases, rowBytes, units, fanIn } = layer;
      const lanes = rowBytes / 4;
      const isPadding = (_: number, i: number): boolean => i % lanes >= units || i >= fanIn * lanes;
      const rows = new Float32Array(place.memory.buffer, weights, 4 * Math.ceil(fanIn / 4) * lanes);
      const row = new Float32Array(place.memory.buffer, biases, lanes);
      const padding = [...rows.filter(isPadding), ...row.filter(isPadding)];
      expect(padding.length).toBeGreaterThan(0);
      expect(padding.every((value) => Object.is(value, 0))).toBe(true);
    }
  });

  it("refuses more rows, batches or examples than its buffers hold", () => {
    const steps = new Float32Array(200);
    for (const call of [
      () => session.train(new Uint32Array(129), 129, steps, new Float64Array(1)),
      () => session.train(new Uint32Array(20), 4, steps, new Float64Array(5)),
      () => session.activations(new Uint32Array(129), 0),
    ]) {
      expect(call).toThrow(expect.objectContaining({ code: "E_KERNEL" }));
    }
  });

  it("goes on working when another session has made the memory grow", () => {
    const before = session.evaluate(allRows(problem));
    data.memory.grow(1);
    expect(session.evaluate(allRows(problem))).toEqual(before);
  });
});
