import type { ModelLayer } from "../model.ts";
import type { GraphBuilder } from "./graph-builder.ts";

/** Adds the nodes of an activation and returns the name of what they make. @param z Name of the weighted inputs. */
export function activationNodes(
  graph: GraphBuilder,
  z: string,
  activation: ModelLayer["activation"],
  wish: string,
): string {
  switch (activation) {
    case "sigmoid":
      return graph.node(wish, "Sigmoid", [z]);
    case "tanh":
      return graph.node(wish, "Tanh", [z]);
    case "relu":
      return graph.node(wish, "Relu", [z]);
    case "leakyRelu":
      return graph.node(wish, "LeakyRelu", [z], { alpha: { float: 0.01 } });
    case "elu":
      return graph.node(wish, "Elu", [z], { alpha: { float: 1 } });
    case "softplus":
      return graph.node(wish, "Softplus", [z]);
    case "softmax":
      return graph.node(wish, "Softmax", [z], { axis: { int: 1 } });
    case "silu":
      return graph.node(wish, "Mul", [z, graph.node(`${wish}_sigmoid`, "Sigmoid", [z])]);
    case "gelu":
      return geluNodes(graph, z, wish);
    case "identity":
      return z;
    default:
      return activation satisfies never;
  }
}

/** z (1 + tanh(sqrt(2 / pi) (z + 0.044715 z^3))) / 2: the operator Gelu came years later than all others. */
function geluNodes(graph: GraphBuilder, z: string, wish: string): string {
  const constant = (name: string, value: number): string =>
    graph.constant(`${wish}_${name}`, [], Float32Array.of(value));
  const step = (name: string, operator: string, ...inputs: string[]): string =>
    graph.node(`${wish}_${name}`, operator, inputs);
  const cube = step("cube", "Mul", z, step("square", "Mul", z, z));
  const bent = step("bent", "Add", z, step("weighted_cube", "Mul", cube, constant("cube_weight", 0.044715)));
  const t = step("tanh", "Tanh", step("scaled", "Mul", bent, constant("scale", 0.7978845608028654)));
  const share = step("share", "Add", t, constant("one", 1));
  return graph.node(wish, "Mul", [step("half", "Mul", z, constant("one_half", 0.5)), share]);
}
