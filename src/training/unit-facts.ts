import { partRows, type DatasetMemory } from "../kernels/dataset-memory.ts";
import type { Session } from "../kernels/kernel.ts";
import type { Layer, Network } from "../kernels/network.ts";
import { argmax } from "../math/argmax.ts";
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
  const answered = new Uint8Array(classes);
  for (let row = 0; row < labels.length; row++) answered[argmax(outputs, row * classes, classes)] = 1;
  return [...new Set(labels)].filter((label) => !answered[label]).toSorted((a, b) => a - b);
}

function countSaturated(activations: Float32Array, { units, activation }: Layer): number {
  const rows = activations.length / units;
  const stuck = new Set<number>();
  for (const end of rangeEnds(activation)) {
    const near = new Uint32Array(units);
    for (let row = 0; row < rows; row++) {
      for (let unit = 0; unit < units; unit++)
        if (Math.abs(activations[row * units + unit]! - end) <= MARGIN) near[unit]!++;
    }
    for (let unit = 0; unit < units; unit++) if (rows > 0 && near[unit]! >= SHARE * rows) stuck.add(unit);
  }
  return stuck.size;
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
