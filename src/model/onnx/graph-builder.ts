import type { Attribute, OnnxGraph, OnnxNode, OnnxTensor, OnnxValue } from "./onnx-messages.ts";

/** Collects a graph node by node; every value gets a name of its own. */
export class GraphBuilder {
  readonly #inputs: OnnxValue[] = [];
  readonly #outputs: OnnxValue[] = [];
  readonly #constants: OnnxTensor[] = [];
  readonly #nodes: OnnxNode[] = [];
  readonly #names: Set<string>;

  /** @param reserved Names that the outputs are to have. */
  constructor(reserved: readonly string[]) {
    this.#names = new Set(reserved);
  }

  /** Declares an input and returns its name: as wished if that can be. */
  input(wish: string, value: Omit<OnnxValue, "name">): string {
    const name = this.#nameLike(wish);
    this.#inputs.push({ name, ...value });
    return name;
  }

  /** Adds a constant and returns its name. */
  constant(wish: string, shape: readonly number[], values: OnnxTensor["values"]): string {
    const name = this.#nameLike(wish);
    this.#constants.push({ name, shape, values });
    return name;
  }

  /** Adds a node and returns the name of its output. */
  node(
    wish: string,
    operator: string,
    inputs: readonly string[],
    attributes: Readonly<Record<string, Attribute>> = {},
    domain?: "ai.onnx.ml",
  ): string {
    const output = this.#nameLike(wish);
    this.#nodes.push({ operator, inputs, output, attributes, ...(domain && { domain }) });
    return output;
  }

  /** Declares what a node makes as an output under a reserved name. */
  output(from: string, value: OnnxValue): void {
    this.#nodes.push({ operator: "Identity", inputs: [from], output: value.name });
    this.#outputs.push(value);
  }

  /** Returns what has been collected. */
  build(name: string): OnnxGraph {
    return {
      name,
      inputs: this.#inputs,
      outputs: this.#outputs,
      constants: this.#constants,
      nodes: this.#nodes,
    };
  }

  /** Names are identifiers of C, as ONNX asks; equal ones get a number. */
  #nameLike(wish: string): string {
    const plain = wish.replaceAll(/\W/g, "_").replace(/^(?=\d|$)/, "_");
    let name = plain;
    for (let number = 2; this.#names.has(name); number++) name = `${plain}_${number}`;
    this.#names.add(name);
    return name;
  }
}
