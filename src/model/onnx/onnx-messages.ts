/**
 * The messages of an ONNX file, with their fields' numbers. Source: onnx.proto of ONNX, IR version 7; all of it but
 * the domain "ai.onnx.ml" is understood by every runtime since 2020.
 * @module
 */
import { bytesField, floatField, integerField, joinBytes } from "../../files/protobuf.ts";

const IR_VERSION = 7;
const OPERATORS = [
  { domain: "", version: 13 },
  { domain: "ai.onnx.ml", version: 2 },
];

/** Types of tensors by their numbers in TensorProto.DataType. */
const DATA_TYPES = { float: 1, uint8: 2, int64: 7, string: 8, double: 11 } as const;
/** Types of attributes by their numbers in AttributeProto.AttributeType. */
const ATTRIBUTE_TYPES = { float: 1, int: 2, ints: 7, strings: 8 } as const;

export type DataType = keyof typeof DATA_TYPES;

/** A parameter of a node, besides its inputs. */
export type Attribute =
  | { readonly float: number }
  | { readonly int: number }
  | { readonly ints: readonly number[] }
  | { readonly strings: readonly string[] };

/** A step of the computation. */
export interface OnnxNode {
  readonly operator: string;
  readonly domain?: "ai.onnx.ml";
  readonly inputs: readonly string[];
  readonly output: string;
  readonly attributes?: Readonly<Record<string, Attribute>>;
}

/** A constant. */
export interface OnnxTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array | Float64Array | readonly string[];
}

/** What goes in or comes out. */
export interface OnnxValue {
  readonly name: string;
  readonly type: DataType;
  /** A word means a size that is known only at run time. */
  readonly shape: readonly (number | string)[];
  readonly description: string;
}

/** A computation, its nodes in an order in which they can be taken. */
export interface OnnxGraph {
  readonly name: string;
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
  readonly constants: readonly OnnxTensor[];
  readonly nodes: readonly OnnxNode[];
}

/** The description of a file. */
export interface OnnxFacts {
  readonly producer: { readonly name: string; readonly version: string };
  readonly description: string;
  readonly metadata: Readonly<Record<string, string>>;
}

/** Returns a ModelProto: the bytes of an ONNX file. */
export function onnxFile(graph: OnnxGraph, { producer, description, metadata }: OnnxFacts): Uint8Array {
  return joinBytes([
    integerField(1, IR_VERSION),
    bytesField(2, producer.name),
    bytesField(3, producer.version),
    integerField(5, 1),
    bytesField(6, description),
    bytesField(7, graphMessage(graph)),
    ...OPERATORS.map(({ domain, version }) =>
      bytesField(8, joinBytes([bytesField(1, domain), integerField(2, version)])),
    ),
    ...Object.entries(metadata).map(([key, value]) =>
      bytesField(14, joinBytes([bytesField(1, key), bytesField(2, value)])),
    ),
  ]);
}

function graphMessage({ name, inputs, outputs, constants, nodes }: OnnxGraph): Uint8Array {
  return joinBytes([
    ...nodes.map((node) => bytesField(1, nodeMessage(node))),
    bytesField(2, name),
    ...constants.map((tensor) => bytesField(5, tensorMessage(tensor))),
    ...inputs.map((value) => bytesField(11, valueMessage(value))),
    ...outputs.map((value) => bytesField(12, valueMessage(value))),
  ]);
}

function nodeMessage({ operator, domain, inputs, output, attributes = {} }: OnnxNode): Uint8Array {
  return joinBytes([
    ...inputs.map((input) => bytesField(1, input)),
    bytesField(2, output),
    bytesField(3, output), // named after what it makes
    bytesField(4, operator),
    ...Object.entries(attributes).map(([name, value]) => bytesField(5, attributeMessage(name, value))),
    ...(domain ? [bytesField(7, domain)] : []),
  ]);
}

function attributeMessage(name: string, attribute: Attribute): Uint8Array {
  const [type] = Object.keys(attribute) as [keyof typeof ATTRIBUTE_TYPES];
  return joinBytes([
    bytesField(1, name),
    ...attributeFields(attribute),
    integerField(20, ATTRIBUTE_TYPES[type]),
  ]);
}

function attributeFields(attribute: Attribute): Uint8Array[] {
  if ("float" in attribute) return [floatField(2, attribute.float)];
  if ("int" in attribute) return [integerField(3, attribute.int)];
  if ("ints" in attribute) return attribute.ints.map((value) => integerField(8, value));
  return attribute.strings.map((value) => bytesField(9, value));
}

function tensorMessage({ name, shape, values }: OnnxTensor): Uint8Array {
  return joinBytes([
    ...shape.map((size) => integerField(1, size)),
    integerField(2, DATA_TYPES[typeOf(values)]),
    ...(isNumeric(values) ? [bytesField(9, rawData(values))] : values.map((text) => bytesField(6, text))),
    bytesField(8, name),
  ]);
}

function typeOf(values: OnnxTensor["values"]): DataType {
  if (!isNumeric(values)) return "string";
  return values instanceof Float32Array ? "float" : "double";
}

function isNumeric(values: OnnxTensor["values"]): values is Float32Array | Float64Array {
  return ArrayBuffer.isView(values);
}

/** Little-endian, as the format has it. */
function rawData(values: Float32Array | Float64Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.byteLength));
  values.forEach((value, i) =>
    values instanceof Float32Array
      ? view.setFloat32(4 * i, value, true)
      : view.setFloat64(8 * i, value, true),
  );
  return new Uint8Array(view.buffer);
}

function valueMessage({ name, type, shape, description }: OnnxValue): Uint8Array {
  const dimensions = shape.map((size) =>
    bytesField(1, typeof size === "number" ? integerField(1, size) : bytesField(2, size)),
  );
  const tensorType = joinBytes([integerField(1, DATA_TYPES[type]), bytesField(2, joinBytes(dimensions))]);
  return joinBytes([
    bytesField(1, name),
    bytesField(2, bytesField(1, tensorType)),
    bytesField(3, description),
  ]);
}
