import { expect } from "vitest";
import { batchSteps } from "../../src/kernels/batch-steps.ts";
import type { Session } from "../../src/kernels/kernel.ts";
import type { LayerParameters } from "../../src/kernels/network.ts";
import { reference } from "../../src/kernels/reference/reference.ts";
import { simd } from "../../src/kernels/simd/simd.ts";
import { allRows, bitsOf, openSession, type Problem } from "./fixtures.ts";

/** How a session is trained while it is observed. */
interface Course {
  readonly batchSize: number;
  readonly epochs: number;
  readonly eta?: number;
}

/**
 * Everything a session computes, as bits. It ends where training diverges: from there on kernels may skip zeros whose
 * product with infinity is NaN.
 */
export function observe(
  session: Session,
  problem: Problem,
  { batchSize, epochs, eta = 0.7 }: Course,
): unknown[] {
  const rows = allRows(problem);
  const order = rows.toReversed();
  const etas = new Float64Array(Math.ceil(rows.length / batchSize)).fill(eta);
  const losses = new Float64Array(etas.length);
  const seen: unknown[] = [bitsOfAll(session.gradient(rows)), session.evaluate(rows)];
  for (let epoch = 0; epoch < epochs; epoch++) {
    const batches = { etas, examples: rows.length, batchSize, stepsBefore: epoch * etas.length };
    session.train(order, batchSize, batchSteps(problem.network, batches), losses, epoch);
    const parameters = session.parameters();
    if (!isFinite(losses, parameters)) return [...seen, "diverged"];
    const layers = problem.network.layers.map((_, l) =>
      bitsOf(session.activations(rows.subarray(0, 128), l)),
    );
    const state = Object.values(session.optimizerState()).map(bitsOfAll);
    seen.push([...losses], bitsOfAll(parameters), session.evaluate(rows), layers, state);
  }
  return seen;
}

function isFinite(losses: Float64Array, layers: readonly LayerParameters[]): boolean {
  const all = [losses, ...layers.flatMap(({ weights, biases }) => [weights, biases])];
  return all.every((values) => values.every(Number.isFinite));
}

function bitsOfAll(layers: readonly LayerParameters[]): Uint32Array[] {
  return layers.flatMap(({ weights, biases }) => [bitsOf(weights), bitsOf(biases)]);
}

/** Expects both kernels to compute the same. */
export function expectSameBits(problem: Problem, batchSize: number, epochs = 2, eta = 0.7): void {
  const [expected, found] = [reference, simd].map((kernel) =>
    observe(openSession(kernel, problem), problem, { batchSize, epochs, eta }),
  );
  expect(found).toEqual(expected);
}
