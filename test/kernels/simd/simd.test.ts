import { describe, expect, it } from "vitest";
import { placeDataset } from "../../../src/kernels/dataset-memory.ts";
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

describe("SimdSession", () => {
  const data = placeDataset(problem.dataset, bytes);
  const session = simd.open(data, { offset: data.end, bytes }, problem.network, capacity);

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
