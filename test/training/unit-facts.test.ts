import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadDataset } from "../../src/data/load-dataset.ts";
import type { Session } from "../../src/kernels/kernel.ts";
import type { Layer } from "../../src/kernels/network.ts";
import { partRows } from "../../src/kernels/dataset-memory.ts";
import { placeDataset } from "../../src/kernels/simd/place-dataset.ts";
import { argmax } from "../../src/math/extremes.ts";
import { asNetwork } from "../../src/configuration/kind-of.ts";
import { labelsOf } from "../../src/training/evaluated-part.ts";
import { unitFacts } from "../../src/training/unit-facts.ts";
import { experimentOf } from "../support/train.ts";
import { NO_FILES } from "../support/no-files.ts";

const UNITS = 3;
const CLASSES = 4;
const ENDS = { sigmoid: [0, 1], tanh: [-1, 1], relu: [0], identity: [] } as const;
type Activation = keyof typeof ENDS;

async function dataOf(examples: number) {
  const options = `{name: blobs, samples: ${examples}, classes: ${CLASSES}}`;
  const { dataset } = asNetwork(
    experimentOf(`{dataset: ${options}, architecture: {hidden: []}, eta: 1, epochs: 1}`).base,
  );
  return placeDataset(await loadDataset(dataset, NO_FILES), 0);
}

/** Activations by row of the data set, then by unit; NaN and values at either side of the margin among them. */
const value = fc.oneof(
  fc.constantFrom(0, 1, -1, 0.01, 0.0101, 0.99, -0.99, NaN, 0.5),
  fc.float({ min: -1, max: 1, noNaN: true }),
);
/** A unit that is mostly the same. */
const unit = fc.tuple(value, value, fc.integer({ min: 1, max: 300 }));

function layerOf(units: number, activation: Activation): Layer {
  return { units, activation, fanIn: 1 };
}

describe("unitFacts()", () => {
  it("finds what a look at every activation of the first 1000 examples finds", async () => {
    const sets = await Promise.all([40, 400, 8000].map(dataOf));
    fc.assert(
      fc.property(
        fc.constantFrom(...sets),
        fc.constantFrom<Activation>("sigmoid", "tanh", "relu", "identity"),
        fc.array(unit, { minLength: UNITS + CLASSES, maxLength: UNITS + CLASSES }),
        (data, activation, units) => {
          const valueAt = (row: number, u: number): number => {
            const [often, seldom, every] = units[u]!;
            return row % every === every - 1 ? seldom : often;
          };
          const activationsOf = (rows: Uint32Array, from: number, count: number) =>
            Float32Array.from({ length: rows.length * count }, (_, i) =>
              valueAt(rows[Math.floor(i / count)]!, from + (i % count)),
            );
          const session = {
            activations: (rows: Uint32Array, layer: number) =>
              layer === 0 ? activationsOf(rows, 0, UNITS) : activationsOf(rows, UNITS, CLASSES),
          } as Session;
          const layers = [layerOf(UNITS, activation), layerOf(CLASSES, "identity")];

          const rows = partRows(data, "test").subarray(0, 1000);
          const hidden = activationsOf(rows, 0, UNITS);
          const outputs = activationsOf(rows, UNITS, CLASSES);
          const answers = new Set([...rows].map((_, i) => argmax(outputs, CLASSES * i, CLASSES)));
          const stuck = [0, 1, 2].filter((u) =>
            ENDS[activation].some((end) => {
              const near = [...rows].filter((_, i) => Math.abs(hidden[UNITS * i + u]! - end) <= 0.01);
              return near.length >= 0.99 * rows.length;
            }),
          );
          expect(unitFacts(session, data, { layers, loss: "mse" })).toEqual({
            deadOutputs: [0, 1, 2, 3].filter((c) => labelsOf(data, rows).includes(c) && !answers.has(c)),
            saturated: [stuck.length],
          });
        },
      ),
      { numRuns: 150 },
    );
  });
});
