/**
 * TensorFlow.js with its WebAssembly backend: the step written out, weights updated by its SGD. Speaks as serve.py
 * does. setup.sh puts the library into a temporary folder.
 * @module
 */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { cpuSeconds } from "../cpu-time.ts";
import { loadImages, type Images } from "../data.ts";
import type { Size } from "../part.ts";
import { PEER_MODULES } from "../tools.ts";

const ETA = 1;
/** Examples of a pass: all of them would take seconds. */
const EXAMPLES = 3840;

/** A tensor of TensorFlow.js; its other parts are not used here. */
interface Tensor {
  toFloat(): Tensor;
}

/** The part of TensorFlow.js that is used here: the library is not installed where types are checked. */
interface TensorFlow {
  readonly version: { readonly tfjs: string };
  readonly train: { sgd(eta: number): { minimize(f: () => Tensor, value: boolean, of: Tensor[]): void } };
  readonly losses: Readonly<
    Record<"meanSquaredError" | "softmaxCrossEntropy", (y: Tensor, a: Tensor) => Tensor>
  >;
  readonly util: { createShuffledIndices(count: number): Uint32Array };
  setBackend(name: string): Promise<boolean>;
  ready(): Promise<void>;
  tensor1d(values: Int32Array, type: "int32"): Tensor;
  tensor2d(values: Float32Array, shape: [number, number]): Tensor;
  oneHot(labels: Tensor, classes: number): Tensor;
  variable(start: Tensor): Tensor;
  zeros(shape: number[]): Tensor;
  randomNormal(shape: number[], mean: number, deviation: number): Tensor;
  add(a: Tensor, b: Tensor): Tensor;
  matMul(a: Tensor, b: Tensor): Tensor;
  sigmoid(a: Tensor): Tensor;
  gather(from: Tensor, rows: Tensor): Tensor;
  tidy(work: () => void): void;
}

interface Backend {
  setWasmPaths(folder: string): void;
  setThreadsCount(threads: number): void;
}

/** What a request asks for; an empty one asks for another pass. */
interface Request {
  readonly hidden: number;
  readonly batch: number;
  readonly loss: "quadratic" | "crossEntropy";
  readonly size: Size;
}

const require = createRequire(PEER_MODULES);
console.warn = () => undefined; // TensorFlow.js advises to install its native package
const tf = require("@tensorflow/tfjs") as TensorFlow;
const backend = require("@tensorflow/tfjs-backend-wasm") as Backend;
const binaries = dirname(require.resolve("@tensorflow/tfjs-backend-wasm/package.json"));
backend.setWasmPaths(`${join(binaries, "dist")}/`);
backend.setThreadsCount(1);
await tf.setBackend("wasm");
await tf.ready();

answer({ version: tf.version.tfjs });
let trainPass = (): number => 0;
for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line) as Partial<Request>;
  if (isSetting(request)) trainPass = build(await loadImages(request.size), request);
  const start = cpuSeconds();
  const examples = trainPass();
  answer({ seconds: cpuSeconds() - start, examples });
}

function isSetting(request: Partial<Request>): request is Request {
  return request.hidden !== undefined;
}

function answer(value: object): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

/** Returns a pass over some examples, which tells how many. */
function build({ set }: Images, { hidden, batch, loss }: Request): () => number {
  const { inputs, labels, sizes, features, target } = set;
  const { train } = sizes;
  const images = tf.tensor2d(
    Float32Array.from(inputs.subarray(0, train * features), (v) => v / 255),
    [train, features],
  );
  const classes = tf.tensor1d(Int32Array.from(labels.subarray(0, train)), "int32");
  const targets = tf.oneHot(classes, target.count).toFloat();
  const [w1, w2] = [normal(features, hidden), normal(hidden, target.count)];
  const [b1, b2] = [tf.variable(tf.zeros([hidden])), tf.variable(tf.zeros([target.count]))];
  const isQuadratic = loss === "quadratic";
  // meanSquaredError averages over the ten outputs too and has no factor 1/2: five times eta makes the same steps.
  const optimizer = tf.train.sgd(ETA * (isQuadratic ? 5 : 1));
  const logits = (x: Tensor) => tf.add(tf.matMul(tf.sigmoid(tf.add(tf.matMul(x, w1), b1)), w2), b2);
  const lossOf = (x: Tensor, y: Tensor) => {
    return isQuadratic
      ? tf.losses.meanSquaredError(y, tf.sigmoid(logits(x)))
      : tf.losses.softmaxCrossEntropy(y, logits(x));
  };
  const step = (rows: Tensor) => {
    const [x, y] = [tf.gather(images, rows), tf.gather(targets, rows)];
    optimizer.minimize(() => lossOf(x, y), false, [w1, b1, w2, b2]);
  };
  const examples = Math.min(EXAMPLES, train);
  return () => {
    const order = tf.util.createShuffledIndices(train);
    for (let start = 0; start < examples; start += batch) {
      const rows = Int32Array.from(order.subarray(start, Math.min(start + batch, examples)));
      tf.tidy(() => step(tf.tensor1d(rows, "int32")));
    }
    return examples;
  };
}

function normal(rows: number, columns: number): Tensor {
  return tf.variable(tf.randomNormal([rows, columns], 0, 1 / Math.sqrt(rows)));
}
