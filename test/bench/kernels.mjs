/**
 * `npm run bench:kernels`: training speed of our kernels by network, batch size and density of the data, beside the
 * naive JavaScript loops, and as a share of what this core can compute.
 * @module
 */
import { placeDataset } from "../../dist/kernels/dataset-memory.js";
import { plainTable } from "../../dist/report/terminal/plain-table.js";
import { sampler } from "./cpu-time.mjs";
import { densityOf, loadImages, makeNoise } from "./data.mjs";
import { describeMachine, pinToOneCore } from "./machine.mjs";
import { NaiveNetwork } from "./naive-network.mjs";
import { readOptions, writeJson } from "./options.mjs";
import { openOurNetwork } from "./our-network.mjs";
import { Protocol, ratio } from "./protocol.mjs";

const NAIVE_EXAMPLES = 1280;
/** Examples of a pass of a network so wide that all of them would take seconds. */
const WIDE_EXAMPLES = 6144;
const FULL = {
  networks: [[15], [30], [100], [512, 256]],
  batches: [1, 10, 32, 128, 512, "full"],
  samples: 9,
};
const QUICK = { networks: [[30], [100]], batches: [10, 128], samples: 3 };

const options = readOptions("kernels");
const { networks, batches, samples } = options.quick ? QUICK : FULL;
const isPinned = pinToOneCore();
const protocol = await Protocol.start();

const rows = [];
for (const dataset of [await loadImages(), makeNoise()]) {
  for (const hidden of networks) rows.push(await measureNetwork(dataset, hidden));
}
printMachine();
printRates();
printRatios();
writeJson(options.json, {
  part: "kernels",
  machine: describeMachine(),
  isPinned,
  peakFlops: protocol.peakFlops,
  rows,
});

/** Measures one network on one data set: ours with every batch size, evaluation, and the naive loops. */
async function measureNetwork(dataset, hidden) {
  const data = placeDataset(dataset, 0);
  const candidates = batches.map((batch) => ourCandidate(data, hidden, batch));
  candidates.push(evaluationCandidate(data, hidden));
  if (hidden.length === 1) candidates.push(...naiveCandidates(dataset, hidden[0]));
  const figures = await protocol.measureInTurn(candidates, samples);
  const flops = usefulFlops(dataset, hidden);
  return { data: dataset.name, hidden, flops, figures: Object.fromEntries(figures) };
}

function ourCandidate(data, hidden, batch) {
  const isShort = hidden.length > 1 && batch !== "full";
  const { train, examples } = openOurNetwork(data, {
    hidden,
    batch,
    ...(isShort && { examples: WIDE_EXAMPLES }),
  });
  return { name: String(batch), sample: sampler(train, examples) };
}

function evaluationCandidate(data, hidden) {
  const examples = hidden.length > 1 ? WIDE_EXAMPLES : data.sizes.train;
  const { evaluate } = openOurNetwork(data, { hidden, batch: 10, examples });
  return { name: "evaluation", sample: sampler(evaluate, examples) };
}

/** The naive loops on the first examples: batches of 10 and 128, dense and, where there are zeros, skipping them. */
function naiveCandidates({ name, inputs, labels, features, classes }, hidden) {
  const images = Float32Array.from(inputs.subarray(0, NAIVE_EXAMPLES * features), (byte) => byte / 255);
  const kinds = name === "noise" ? ["naive"] : ["naive", "skipping"];
  return kinds.flatMap((kind) =>
    [10, 128].map((batch) => {
      const shape = { inputs: features, hidden, outputs: classes, skipsZeros: kind === "skipping" };
      const pass = naivePass(new NaiveNetwork(shape), images, labels, batch);
      return { name: `${kind} ${batch}`, sample: sampler(pass, NAIVE_EXAMPLES) };
    }),
  );
}

function naivePass(network, images, labels, batch) {
  const rows = Uint32Array.from({ length: NAIVE_EXAMPLES }, (_, i) => i);
  return () => {
    for (let start = 0; start < rows.length; start += batch) {
      network.trainBatch(images, labels, rows.subarray(start, start + batch));
    }
  };
}

/** Multiplications and additions that training on one example needs, zeros of the images left out. */
function usefulFlops(dataset, hidden) {
  const sizes = [dataset.features, ...hidden, dataset.target.count];
  const weights = sizes.slice(1).map((units, l) => units * sizes[l]);
  const [first, ...others] = weights;
  return 4 * first * densityOf(dataset) + 6 * others.reduce((sum, count) => sum + count, 0);
}

function printMachine() {
  const peak = `${(protocol.peakFlops / 1e9).toFixed(1)} Gflop/s of 128-bit float32`;
  console.log(`${describeMachine().cpu}, ${isPinned ? "one core" : "not bound to a core"}: ${peak}`);
}

function printRates() {
  console.log(
    "\nThousand examples trained per second of CPU time (share of the core's arithmetic); ~ = disturbed",
  );
  const head = ["", ...batches.map((batch) => `batch ${batch}`), "evaluation"];
  const body = rows.map(({ data, hidden, flops, figures }) => [
    `${data} ${hidden.join("-")}`,
    ...batches.map((batch) => rateText(figures[batch], flops)),
    rateText(figures.evaluation),
  ]);
  console.log(table([head, ...body]));
}

function rateText({ median, isDisturbed }, flops) {
  const share = flops === undefined ? "" : ` (${Math.round((100 * median * flops) / protocol.peakFlops)} %)`;
  return `${isDisturbed ? "~" : ""}${(median / 1000).toPrecision(3)}${share}`;
}

function printRatios() {
  console.log(
    "\nOurs against naive JavaScript; cost of evaluating an example against training on it in batches of 10",
  );
  const head = ["", "dense, 10", "dense, 128", "skipping zeros, 10", "skipping zeros, 128", "evaluation"];
  const body = rows.map(({ data, hidden, figures }) => [
    `${data} ${hidden.join("-")}`,
    ...["naive 10", "naive 128", "skipping 10", "skipping 128"].map((name) => {
      const naive = figures[name];
      return naive ? `${ratio(figures[name.split(" ")[1]], naive).toFixed(1)} x` : "-";
    }),
    ratio(figures[10], figures.evaluation).toFixed(2),
  ]);
  console.log(table([head, ...body]));
}

function table(lines) {
  return plainTable(lines, ["left", ...Array(lines[0].length - 1).fill("right")]);
}
