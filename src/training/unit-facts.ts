import { partRows, type DatasetMemory } from "../kernels/dataset-memory.ts";
import type { Session } from "../kernels/kernel.ts";
import type { Layer, Network } from "../kernels/network.ts";
import { collectActivations } from "./collect-activations.ts";
import { evaluatedPart, labelsOf } from "./evaluated-part.ts";
import type { UnitFacts } from "./record.ts";

const EXAMPLES = 1000;
const MARGIN = 0.01;
const SHARE = 0.99;

/** Looks for output units that answer nothing and hidden units that no longer react. */
export function unitFacts(session: Session, data: DatasetMemory, { layers }: Network): UnitFacts {
  const rows = partRows(data, evaluatedPart(data)).subarray(0, EXAMPLES);
  const last = layers.length - 1;
  return {
    deadOutputs:
      data.target.kind === "classes"
        ? deadOutputs(collectActivations(session, rows, last), labelsOf(data, rows), data.target.count)
        : [],
    saturated: layers
      .slice(0, last)
      .map((layer, l) => countSaturated(collectActivations(session, rows, l), layer)),
  };
}

function deadOutputs(outputs: Float32Array, labels: Uint8Array, classes: number): number[] {
  const answered = new Set<number>();
  for (let row = 0; row < labels.length; row++) {
    const scores = outputs.subarray(row * classes, (row + 1) * classes);
    answered.add(scores.indexOf(scores.reduce((max, score) => Math.max(max, score), -Infinity)));
  }
  return [...new Set(labels)].filter((label) => !answered.has(label)).toSorted((a, b) => a - b);
}

function countSaturated(activations: Float32Array, { units, activation }: Layer): number {
  const ends = rangeEnds(activation);
  const rows = activations.length / units;
  let saturated = 0;
  for (let unit = 0; unit < units; unit++) {
    const stuck = ends.some((end) => {
      let near = 0;
      for (let row = 0; row < rows; row++)
        if (Math.abs(activations[row * units + unit]! - end) <= MARGIN) near++;
      return rows > 0 && near >= SHARE * rows;
    });
    if (stuck) saturated++;
  }
  return saturated;
}

function rangeEnds(activation: Layer["activation"]): readonly number[] {
  switch (activation) {
    case "sigmoid":
    case "softmax":
      return [0, 1];
    case "tanh":
      return [-1, 1];
    case "relu":
      return [0];
    case "leakyRelu":
    case "elu":
    case "gelu":
    case "silu":
    case "softplus":
    case "identity":
      return [];
    default:
      return activation satisfies never;
  }
}
