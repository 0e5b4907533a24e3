/**
 * TensorFlow.js with its WebAssembly backend: the step written out, weights updated by its SGD. Speaks as serve.py
 * does. setup.sh puts the library into a temporary folder.
 * @module
 */
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { cpuSeconds } from "../cpu-time.mjs";
import { loadImages } from "../data.mjs";

const ETA = 1;
/** Examples of a pass: all of them would take seconds. */
const EXAMPLES = 3840;

const require = createRequire(join(tmpdir(), "gridient-peers/"));
console.warn = () => undefined; // TensorFlow.js advises to install its native package
const tf = require("@tensorflow/tfjs");
const backend = require("@tensorflow/tfjs-backend-wasm");
const binaries = dirname(require.resolve("@tensorflow/tfjs-backend-wasm/package.json"));
backend.setWasmPaths(`${join(binaries, "dist")}/`);
backend.setThreadsCount(1);
await tf.setBackend("wasm");
await tf.ready();

answer({ version: tf.version.tfjs });
let trainPass;
for await (const line of createInterface({ input: process.stdin })) {
  const setting = JSON.parse(line);
  if ("hidden" in setting) trainPass = build(await loadImages(), setting);
  const start = cpuSeconds();
  trainPass();
  answer({ seconds: cpuSeconds() - start, examples: EXAMPLES });
}

function answer(value) {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

function build({ inputs, labels, sizes, features, classes }, { hidden, batch, loss }) {
  const { train } = sizes;
  const images = tf.tensor2d(
    Float32Array.from(inputs.subarray(0, train * features), (v) => v / 255),
    [train, features],
  );
  const targets = tf
    .oneHot(tf.tensor1d(Int32Array.from(labels.subarray(0, train)), "int32"), classes)
    .toFloat();
  const [w1, w2] = [normal(features, hidden), normal(hidden, classes)];
  const [b1, b2] = [hidden, classes].map((units) => tf.variable(tf.zeros([units])));
  const isQuadratic = loss === "quadratic";
  // meanSquaredError averages over the ten outputs too and has no factor 1/2: five times eta makes the same steps.
  const optimizer = tf.train.sgd(ETA * (isQuadratic ? 5 : 1));
  const logits = (x) => tf.add(tf.matMul(tf.sigmoid(tf.add(tf.matMul(x, w1), b1)), w2), b2);
  const lossOf = (x, y) => {
    return isQuadratic
      ? tf.losses.meanSquaredError(y, tf.sigmoid(logits(x)))
      : tf.losses.softmaxCrossEntropy(y, logits(x));
  };
  const step = (rows) => {
    const [x, y] = [tf.gather(images, rows), tf.gather(targets, rows)];
    optimizer.minimize(() => lossOf(x, y), false, [w1, b1, w2, b2]);
  };
  return () => {
    const order = tf.util.createShuffledIndices(train);
    for (let start = 0; start < EXAMPLES; start += batch) {
      tf.tidy(() => step(tf.tensor1d(Int32Array.from(order.subarray(start, start + batch)), "int32")));
    }
  };
}

function normal(rows, columns) {
  return tf.variable(tf.randomNormal([rows, columns], 0, 1 / Math.sqrt(rows)));
}
