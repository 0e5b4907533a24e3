import { InferenceSession, Tensor, env } from "onnxruntime-web";
import type { Row } from "../../../src/predict.ts";
import type { Model } from "../../../src/model/model.ts";

env.wasm.numThreads = 1;

/** What a file answers for rows; of a model of classes the labels, too. */
export interface OnnxAnswers {
  readonly labels: readonly string[] | undefined;
  /** Row-major [rows, outputs]. */
  readonly values: Float32Array | Float64Array;
}

/** Runs an ONNX file in onnxruntime. Its inputs are in the order of the columns. */
export async function runOnnx(
  file: Uint8Array,
  { inputs, target }: Model,
  rows: readonly Row[],
): Promise<OnnxAnswers> {
  const session = await InferenceSession.create(file);
  const tensors = inputTensors(inputs, rows);
  const feeds = Object.fromEntries(session.inputNames.map((name, i) => [name, tensors[i]!]));
  const found = await session.run(feeds);
  const [first, second] = session.outputNames.map((name) => found[name]!.data);
  await session.release();
  return target.kind === "classes"
    ? { labels: first as readonly string[], values: second as Float32Array }
    : { labels: undefined, values: first as Float64Array };
}

function inputTensors(inputs: Model["inputs"], rows: readonly Row[]): Tensor[] {
  const lists = rows as readonly ArrayLike<number>[];
  switch (inputs.kind) {
    case "columns":
      return inputs.columns.map(({ kind, column }) => {
        const values = rows.map((row) => (row as Record<string, unknown>)[column]);
        return kind === "number"
          ? new Tensor(
              "float64",
              Float64Array.from(values, (value) => (value === "" ? NaN : Number(value))),
              [rows.length, 1],
            )
          : new Tensor("string", values.map(String), [rows.length, 1]);
      });
    case "pixels": {
      const bytes = Uint8Array.from(lists.flatMap((row) => Array.from(row)));
      return [new Tensor("uint8", bytes, [rows.length, inputs.height, inputs.width, inputs.channels])];
    }
    case "numbers": {
      const numbers = Float32Array.from(lists.flatMap((row) => Array.from(row)));
      return [new Tensor("float32", numbers, [rows.length, inputs.count])];
    }
    default:
      return inputs satisfies never;
  }
}
