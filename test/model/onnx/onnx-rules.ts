import type { OnnxAttribute, OnnxFile, OnnxTensor, OnnxValue } from "./onnx-proto.ts";

/** Bytes of an entry by the number of its type; strings have none. */
const ENTRY_BYTES: Readonly<Record<number, number>> = { 1: 4, 2: 1, 7: 8, 11: 8 };
const STRING = 8;
const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * Returns every rule that a file breaks. Source: "Open Neural Network Exchange Intermediate Representation" (IR.md) and
 * the checks of onnx.checker (onnx/checker.cc).
 */
export function brokenRules({ irVersion, opsetImport, metadataProps, graph }: OnnxFile): string[] {
  const broken: string[] = [];
  const must = (rule: string, holds: boolean): void => void (holds || broken.push(rule));
  const domains = opsetImport.map(({ domain = "" }) => domain);
  must("a version of the IR that is known", irVersion >= 3 && irVersion <= 10);
  must("one operator set a domain", new Set(domains).size === domains.length && domains.includes(""));
  must(
    "versions of operator sets",
    opsetImport.every(({ version }) => version >= 1),
  );
  must("different keys of metadata", isUnique(metadataProps.map(({ key }) => key)));
  must("a name of the graph", graph.name !== "");
  for (const value of [...graph.input, ...graph.output]) must(`a type of ${value.name}`, isTyped(value));
  for (const tensor of graph.initializer) must(`the data of ${tensor.name}`, isFilled(tensor));
  const known = [...graph.input, ...graph.initializer].map(({ name }) => name);
  for (const { input, output, name, opType, domain = "", attribute } of graph.node) {
    must(`an operator of ${name}`, opType !== "" && domains.includes(domain));
    for (const from of input) must(`${from} before ${name}`, known.includes(from));
    for (const each of attribute) must(`one value of ${name}.${each.name}`, isOneValue(each));
    must(`different attributes of ${name}`, isUnique(attribute.map((each) => each.name)));
    known.push(...output);
  }
  must("names that occur once", isUnique(known));
  must("different names of nodes", isUnique(graph.node.map(({ name }) => name)));
  must(
    "names that are identifiers",
    known.every((name) => IDENTIFIER.test(name)),
  );
  for (const { name } of graph.output) must(`a node that makes ${name}`, known.includes(name));
  return broken;
}

function isUnique(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
}

function isTyped({ name, type }: OnnxValue): boolean {
  const { elemType, shape } = type.tensorType;
  const isSized = shape.dim.every(({ dimValue = 0, dimParam = "" }) => dimValue > 0 !== (dimParam !== ""));
  return name !== "" && (elemType in ENTRY_BYTES || elemType === STRING) && isSized;
}

function isFilled({ dims, dataType, rawData, stringData }: OnnxTensor): boolean {
  const entries = dims.reduce((product, size) => product * size, 1);
  if (dataType === STRING) return stringData.length === entries && rawData === undefined;
  return rawData?.length === entries * ENTRY_BYTES[dataType]! && stringData.length === 0;
}

/** FLOAT 1, INT 2, INTS 7, STRINGS 8; what else there may be does not occur. */
function isOneValue({ type, f, i, ints = [], strings = [] }: OnnxAttribute): boolean {
  const present = [
    [1, f !== undefined],
    [2, i !== undefined],
    [7, ints.length > 0],
    [8, strings.length > 0],
  ] as const;
  return present.every(([number, isThere]) => isThere === (number === type));
}
