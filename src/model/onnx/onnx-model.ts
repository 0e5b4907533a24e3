import type { Model, ModelLayer } from "../model.ts";
import { activationNodes } from "./activation-nodes.ts";
import { GraphBuilder } from "./graph-builder.ts";
import { inputNodes } from "./input-nodes.ts";
import { onnxFile } from "./onnx-messages.ts";
import { outputNames, outputNodes } from "./output-nodes.ts";

/**
 * Returns a model as an ONNX file that takes rows as they are in the data, with an input for each column, and answers
 * with class names or numbers in the data's units. What it rounds differently is below 1e-5.
 */
export function encodeOnnxModel(model: Model): Uint8Array {
  const { layers, inputs, target, origin, card } = model;
  const graph = new GraphBuilder(outputNames(model));
  const encoded = inputNodes(graph, inputs);
  const outputs = layers.reduce((x, layer, l) => layerNodes(graph, x, layer, `layer_${l}`), encoded);
  outputNodes(graph, outputs, model);
  return onnxFile(graph.build("gridient"), {
    producer: { name: "gridient", version: String(origin.trainerVersion) },
    description: `Trial ${origin.trialId} of ${origin.experiment}, epoch ${origin.epoch}`,
    metadata: {
      inputs: JSON.stringify(inputs),
      target: JSON.stringify(target),
      origin: JSON.stringify(origin),
      card,
    },
  });
}

/** z = x W^T + b, then the activation; returns the name of what comes out. */
function layerNodes(graph: GraphBuilder, x: string, layer: ModelLayer, name: string): string {
  const { units, fanIn, activation, weights, biases } = layer;
  const parameters = [
    graph.constant(`${name}_weights`, [units, fanIn], weights),
    graph.constant(`${name}_biases`, [units], biases),
  ];
  const z = graph.node(`${name}_sums`, "Gemm", [x, ...parameters], { transB: { int: 1 } });
  return activationNodes(graph, z, activation, `${name}_${activation}`);
}
