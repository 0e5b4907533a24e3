import { describe, expect, it } from "vitest";
import { instantiate, type SimdExports } from "../../../src/kernels/simd/instantiate.ts";
import {
  elu32,
  eluDerivative32,
  gelu32,
  geluDerivative32,
  leakyRelu32,
  leakyReluDerivative32,
  silu32,
  siluDerivative32,
  softplus32,
  softplusDerivative32,
} from "../../../src/math/activations32.ts";
import { exp32, sigmoid32, tanh32 } from "../../../src/math/float32.ts";
import { bitsOf } from "../fixtures.ts";

const COUNT = 65536;
/** Bits between two inputs: odd, so that all bits of the significand vary. */
const STRIDE = 1009;
const memory = new WebAssembly.Memory({ initial: 8, maximum: 65536, shared: true });
const wasm = instantiate(memory);

describe.each([
  ["mapExp", exp32, (z, a, vectors) => wasm.mapExp(z, a, vectors, 0), (x) => !(x > 88)],
  ["mapSigmoid", sigmoid32, wasm.mapSigmoid, () => true],
  ["mapTanh", tanh32, wasm.mapTanh, () => true],
] satisfies [string, (x: number) => number, SimdExports["mapTanh"], (x: number) => boolean][])(
  "%s()",
  (_name, scalar, map, isInDomain) => {
    it("has the bits of math/float32.ts over all of float32", () => {
      const lanes = new Float32Array(memory.buffer, 0, COUNT);
      for (const inputs of blocks()) {
        lanes.set(inputs);
        map(0, 0, COUNT / 4);
        const found = bitsOf(lanes.map((a, i) => (isInDomain(inputs[i]!) ? a : 0)));
        const expected = bitsOf(inputs.map((x) => (isInDomain(x) ? scalar(x) : 0)));
        expect(Buffer.compare(Buffer.from(found.buffer), Buffer.from(expected.buffer))).toBe(0);
      }
    });
  },
);

describe.each([
  ["mapLeakyRelu", leakyRelu32, leakyReluDerivative32],
  ["mapElu", elu32, eluDerivative32],
  ["mapGelu", gelu32, geluDerivative32],
  ["mapSilu", silu32, siluDerivative32],
  ["mapSoftplus", softplus32, softplusDerivative32],
] as const)("%s()", (name, scalar, derivative) => {
  it("has the bits of math/activations32.ts, values and derivatives, over all of float32", () => {
    const lanes = new Float32Array(memory.buffer, 0, COUNT);
    const derivatives = new Float32Array(memory.buffer, 4 * COUNT, COUNT);
    for (const inputs of blocks(64)) {
      lanes.set(inputs);
      wasm[name](0, 0, 4 * COUNT, COUNT / 4);
      expect(Buffer.compare(bytesOf(lanes), bytesOf(inputs.map(scalar)))).toBe(0);
      expect(Buffer.compare(bytesOf(derivatives), bytesOf(inputs.map(derivative)))).toBe(0);
    }
  });
});

function bytesOf(values: Float32Array): Buffer {
  return Buffer.from(bitsOf(values).buffer);
}

/** Every STRIDE-th float32, then values where the functions change course. */
function* blocks(every = 1): Generator<Float32Array> {
  for (let start = 0; start < 2 ** 32; start += every * STRIDE * COUNT) {
    yield new Float32Array(Uint32Array.from({ length: COUNT }, (_, i) => start + STRIDE * i).buffer);
  }
  const turns = [0, 0.625, 10, 30, 87.33654, 88, Infinity, NaN, 2 ** -126, 2 ** -149].map(Math.fround);
  yield Float32Array.from(
    { length: COUNT },
    (_, i) => turns[(i >> 1) % turns.length]! * (i % 2 === 0 ? 1 : -1),
  );
}
