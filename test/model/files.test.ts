import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeModel } from "../../src/model/files/decode-model.ts";
import { encodeJsonModel } from "../../src/model/files/json-model.ts";
import { ModelFileError } from "../../src/model/files/model-file-error.ts";
import { encodeSafetensorsModel } from "../../src/model/files/safetensors-model.ts";
import { anyModel } from "./random-models.ts";

const SCHEMA = JSON.parse(
  readFileSync(new URL("../../schemas/model.schema.json", import.meta.url), "utf8"),
) as object;
const isValid = new Ajv2020({ strictSchema: false }).compile(SCHEMA);
const RUNS = { seed: 1, numRuns: 100 };

describe("model files", () => {
  it("give back the model, bit for bit, as JSON in text or bytes and as safetensors", () => {
    fc.assert(
      fc.property(anyModel, (model) => {
        const json = encodeJsonModel(model);
        expect(decodeModel(json)).toEqual(model);
        expect(decodeModel(new TextEncoder().encode(json))).toEqual(model);
        expect(decodeModel(encodeSafetensorsModel(model))).toEqual(model);
      }),
      RUNS,
    );
  });

  it("fit the schema, and are refused where a part that it asks for is missing or of another kind", () => {
    fc.assert(
      fc.property(anyModel, fc.nat(), fc.constantFrom(...STRANGE), (model, choice, strange) => {
        const file = JSON.parse(encodeJsonModel(model)) as Tree;
        expect(isValid(file)).toBe(true);
        const paths = pathsOf(file);
        plant(file, paths[choice % paths.length]!, strange);
        if (!isValid(file)) expect(() => decodeModel(JSON.stringify(file))).toThrow(ModelFileError);
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  it("are refused where they end too early, whatever their bytes are", () => {
    const [model] = fc.sample(anyModel, { seed: 3, numRuns: 1 });
    for (const whole of [new TextEncoder().encode(encodeJsonModel(model!)), encodeSafetensorsModel(model!)]) {
      for (let length = 0; length < whole.length - 1; length += 7)
        expect(() => decodeModel(whole.slice(0, length))).toThrow(ModelFileError);
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        expect(() => decodeModel(bytes)).toThrow(ModelFileError);
      }),
      RUNS,
    );
  });
});

describe("decodeModel()", () => {
  const FLOATS = { one: "AACAPw==", nan: "AADAfw==" };
  const FILE = {
    format: "gridient-model",
    version: 1,
    inputs: { kind: "numbers", count: 1 },
    target: { kind: "classes", column: "c", classes: ["a"] },
    layers: [{ fanIn: 1, units: 1, activation: "identity", weights: FLOATS.one, biases: FLOATS.one }],
    origin: { experiment: "e", trialId: "t", epoch: 0, dataDigest: "d", trainerVersion: 1 },
    card: "",
  };
  const layerWith = (parts: object): object => ({ ...FILE, layers: [{ ...FILE.layers[0], ...parts }] });

  it("reads the smallest model", () => {
    expect(decodeModel(JSON.stringify(FILE)).layers[0]!.weights).toEqual(Float32Array.of(1));
  });

  it.each([
    ["no object", "null", "the file must be an object (got null)"],
    ["no JSON", "{", "not JSON: "],
    ["another format", { ...FILE, format: "keras" }, 'format must be "gridient-model" (got "keras")'],
    ["a later version", { ...FILE, version: 3 }, "version must be 1 or 2 (got 3)"],
    [
      "NaN among weights",
      layerWith({ weights: FLOATS.nan }),
      'layers.0.weights.0 must be a finite number (got "NaN")',
    ],
    [
      "fewer weights than said",
      layerWith({ weights: "" }),
      "layers.0.weights must be 1 float32 numbers in base64",
    ],
    [
      "a billion units",
      layerWith({ units: 1e9 }),
      "layers.0.weights must be 1000000000 float32 numbers in base64",
    ],
    ["no base64", layerWith({ weights: "*" }), "layers.0.weights must be 1 float32 numbers"],
    ["another fan-in", layerWith({ fanIn: 2 }), "layers.0.fanIn must be 1, the number of its inputs (got 2)"],
    [
      "an unknown activation",
      layerWith({ activation: "swish" }),
      "layers.0.activation must be one of sigmoid, ",
    ],
    [
      "more classes than outputs",
      { ...FILE, target: { ...FILE.target, classes: ["a", "b"] } },
      "with 2 outputs",
    ],
    [
      "a class twice",
      { ...FILE, target: { ...FILE.target, classes: ["a", "a"] } },
      "a list of different names",
    ],
    ["no layers", { ...FILE, layers: [] }, "layers must be a list that is not empty"],
    [
      "a scale of 0",
      { ...FILE, target: { kind: "numbers", columns: [{ column: "y", center: 0, scale: 0 }] } },
      "other than 0",
    ],
  ])("refuses %s and says where", (_, file, message) => {
    const text = typeof file === "string" ? file : JSON.stringify(file);
    expect(() => decodeModel(text)).toThrow(`Cannot read the model: `);
    expect(() => decodeModel(text)).toThrow(message);
  });

  it("refuses softmax in a hidden layer", () => {
    const [layer] = FILE.layers;
    const layers = [{ ...layer, activation: "softmax" }, layer];
    expect(() => decodeModel(JSON.stringify({ ...FILE, layers }))).toThrow(
      "layers.0.activation must be one of",
    );
  });

  const tensor = (from: number, to: number, shape = [(to - from) / 4]): object => ({
    dtype: "F32",
    shape,
    data_offsets: [from, to],
  });
  it.each([
    ["beyond the end of the file", 0, [tensor(0, 4e15)]],
    ["over the same bytes, again and again", 4096, Array.from({ length: 20_000 }, () => tensor(0, 4096))],
    ["that overlap", 12, [tensor(0, 8), tensor(4, 12)]],
    ["with a gap", 12, [tensor(0, 4), tensor(8, 12)]],
    ["that leave a rest", 12, [tensor(0, 8)]],
    ["of another size than their shape", 8, [tensor(0, 8, [3])]],
    ["of a negative size", 0, [tensor(0, -4, [-1]), tensor(-4, 0, [1])]],
    ["without a shape", 8, [{ dtype: "F32", data_offsets: [0, 8] }]],
  ])("sets no memory aside for tensors %s", (_, bytes, tensors) => {
    const entries = tensors.map((one, l) => [`layers.${l}.weights`, one]);
    const header = JSON.stringify({ ...Object.fromEntries(entries), __metadata__: {} });
    const file = new Uint8Array(8 + header.length + bytes);
    new DataView(file.buffer).setBigUint64(0, BigInt(header.length), true);
    file.set(new TextEncoder().encode(header), 8);
    expect(() => decodeModel(file)).toThrow("not a safetensors file of export-model: ");
  });

  it.each([
    ["[]", "its header is not that of a model"],
    ["null", "its header is not that of a model"],
    ["[1]", "its header is not that of a model"],
    ['{"__metadata__":null}', "its header is not that of a model"],
    ['{"layers.0.weights":1}', "its header is not that of a model"],
    ['{"layers.0.weights":{"dtype":"F32","shape":[]}}', "its header is not that of a model"],
    [
      '{"layers.0.weights":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}}',
      "has another size than its shape",
    ],
    ["{}", "its header is not that of a model"],
  ])("refuse a safetensors header that is none: %s", (header, says) => {
    const file = new Uint8Array(8 + header.length);
    new DataView(file.buffer).setBigUint64(0, BigInt(header.length), true);
    file.set(new TextEncoder().encode(header), 8);
    expect(() => decodeModel(file)).toThrow(says);
  });

  it("refuses JSON that is nested deeper than a stack is high", () => {
    const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
    const file = JSON.stringify({ ...FILE, layers: "DEEP" }).replace('"DEEP"', deep);
    expect(() => decodeModel(file)).toThrow("Cannot read the model: ");
    const scaled = JSON.stringify({ ...FILE, card: "DEEP" }).replace('"DEEP"', deep);
    expect(() => decodeModel(scaled)).toThrow("card must be text (got a list of 1)");
  });
});

type Tree = { [key: string]: unknown } | unknown[];

const STRANGE = [undefined, null, true, -1, 0, 1.5, 1e300, "", "softmax", [], {}, ["x"]] as const;

/** Returns the way to every part. */
function pathsOf(tree: unknown): string[][] {
  if (typeof tree !== "object" || tree === null) return [];
  return Object.entries(tree).flatMap(([key, value]) => [
    [key],
    ...pathsOf(value).map((path) => [key, ...path]),
  ]);
}

/** Replaces a part; undefined removes it. */
function plant(tree: Tree, [key, ...rest]: readonly string[], value: unknown): void {
  const node = tree as Record<string, unknown>;
  if (rest.length > 0) plant(node[key!] as Tree, rest, value);
  else if (value === undefined) delete node[key!];
  else node[key!] = value;
}
