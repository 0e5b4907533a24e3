import { partRows, type DatasetMemory } from "../kernels/dataset-memory.ts";
import type { Session } from "../kernels/kernel.ts";
import type { Layer, Network } from "../kernels/network.ts";
import { argmax } from "../math/extremes.ts";
import { activationPieces } from "./collect-activations.ts";
import { evaluatedPart, labelsOf } from "./evaluated-part.ts";
import type { UnitFacts } from "./record.ts";

const EXAMPLES = 1000;
const MARGIN = 0.01;
const SHARE = 0.99;

/** Returns output units that are never the answer and hidden units that no longer react. */
export function unitFacts(session: Session, data: DatasetMemory, { layers }: Network): UnitFacts {
  const rows = partRows(data, evaluatedPart(data)).subarray(0, EXAMPLES);
  const last = layers.length - 1;
  const pieces = (layer: number) => activationPieces(session, rows, layer);
  return {
    deadOutputs:
      data.target.kind === "classes"
        ? deadOutputs(pieces(last), labelsOf(data, rows), data.target.count)
        : [],
    saturated: layers.slice(0, last).map((layer, l) => countSaturated(pieces(l), rows.length, layer)),
  };
}

/** Looks at no more examples than it takes until every class has been answered. */
function deadOutputs(pieces: Iterable<Float32Array>, labels: Uint8Array, classes: number): number[] {
  const occurring = [...new Set(labels)].toSorted((a, b) => a - b);
  const answered = new Uint8Array(classes);
  for (const outputs of pieces) {
    for (let at = 0; at < outputs.length; at += classes) answered[argmax(outputs, at, classes)] = 1;
    if (occurring.every((label) => answered[label])) return [];
  }
  return occurring.filter((label) => !answered[label]);
}

/** Looks at no more examples than it takes until every unit has been off both ends often enough. */
function countSaturated(pieces: Iterable<Float32Array>, rows: number, { units, activation }: Layer): number {
  const ends = rangeEnds(activation).map((end) => ({ end, off: new Uint32Array(units) }));
  if (ends.length === 0 || rows === 0) return 0;
  const isStuck = (unit: number): boolean => ends.some(({ off }) => rows - off[unit]! >= SHARE * rows);
  for (const activations of pieces) {
    for (const { end, off } of ends) countOff(activations, end, off);
    if (!ends[0]!.off.some((_, unit) => isStuck(unit))) return 0;
  }
  return ends[0]!.off.filter((_, unit) => isStuck(unit)).length;
}

/** Adds for each unit how often it is not within the margin of an end; NaN is near nothing. */
function countOff(activations: Float32Array, end: number, off: Uint32Array): void {
  for (let at = 0; at < activations.length; at += off.length) {
    for (let unit = 0; unit < off.length; unit++)
      if (!(Math.abs(activations[at + unit]! - end) <= MARGIN)) off[unit]!++;
  }
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
