import type { Dataset, TargetFacts, DatasetFacts } from "../data/dataset.ts";
import type { TargetEncoding } from "../data/table/encoding.ts";
import type { NetworkConfiguration } from "../fields/configuration.ts";
import { layersOf, type Tensors } from "../training/checkpoint.ts";
import { networkOf } from "../training/network-of.ts";
import type { InputEncoding, ModelLayer } from "./model.ts";

/** Returns what the inputs of a data set are made of. */
export function inputsOf({ encoding, image, pixels, features, inputs }: Dataset): InputEncoding {
  if (encoding) {
    const { inputs: columns, dialect } = encoding;
    return { kind: "columns", columns, ...(dialect && { dialect }) };
  }
  if (!(inputs instanceof Uint8Array)) return { kind: "numbers", count: features };
  const [height, width, channels] = pixels ?? [...(image ?? ([1, features] as const)), 1];
  return { kind: "pixels", height, width, channels };
}

/** Returns the target of a data set for a network. Classes and columns without names get numbers. */
export function targetOf({ encoding, target }: Dataset): TargetEncoding {
  if (encoding) return encoding.target;
  const names = target.names ?? numbered(target);
  if (target.kind === "classes") return { kind: "classes", column: "class", classes: names };
  return { kind: "numbers", columns: names.map((column) => ({ column, center: 0, scale: 1 })) };
}

/** Classes are named as in `labels`: 0, 1, ...; a single number is y, several are y1, y2, ... */
function numbered({ kind, count }: TargetFacts): string[] {
  if (kind === "numbers" && count === 1) return ["y"];
  return Array.from({ length: count }, (_, i) => (kind === "classes" ? String(i) : `y${i + 1}`));
}

/** Returns the layers of the network that a configuration describes, with the weights that it had learned. */
export function modelLayers(
  configuration: NetworkConfiguration,
  facts: DatasetFacts,
  tensors: Tensors,
): ModelLayer[] {
  const parameters = layersOf(tensors);
  return networkOf(configuration, facts).layers.map((layer, l) => ({ ...layer, ...parameters[l]! }));
}
