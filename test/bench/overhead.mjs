/**
 * `npm run bench:overhead`: what a sweep costs besides training. Start to first batch, the pipeline's cost of a trial,
 * what a second worker gains, memory of each worker, growth with trials, epochs, samples and width.
 * @module
 */
import { plainTable } from "../../dist/report/terminal/plain-table.js";
import { hasMnist } from "./data.mjs";
import { describeMachine } from "./machine.mjs";
import { readOptions, writeJson } from "./options.mjs";
import { measureGrowth } from "./overhead/growth.mjs";
import { measureMemory } from "./overhead/memory.mjs";
import { measurePipeline } from "./overhead/pipeline.mjs";
import { secondsToFirstBatch } from "./overhead/start.mjs";
import { measureTwoWorkers } from "./overhead/workers.mjs";
import { medianOf } from "./protocol.mjs";

const { quick, json } = readOptions("overhead");
const MNIST = "{name: mnist, train: 50000, validation: 10000}";
const DIGITS = "digits";
const images = hasMnist ? MNIST : DIGITS;

const start = { digits: startOf(DIGITS), ...(hasMnist && { mnist: startOf(MNIST) }) };
print("Seconds from the start of `npm run sweep` to the first batch", Object.entries(start));

const pipeline = {};
for (const trials of quick ? [100, 1000] : [100, 1000, 10_000]) {
  pipeline[trials] = { one: await measurePipeline(trials, 1), two: await measurePipeline(trials, 2) };
}
printPipeline();

const twoWorkers = await measureTwoWorkers({
  rounds: quick ? 1 : 3,
  epochs: quick ? 2 : 10,
  dataset: images,
});
print("Seconds of a sweep of 12 equal trials", Object.entries(twoWorkers));

const memory = measureMemory(images);
print(`Megabytes while ${hasMnist ? "mnist" : "digits"} trains with so many workers`, Object.entries(memory));

const growth = await measureGrowth();
print(
  "Seconds as one size doubles three times; exponent of the growth: 1 = linear",
  growth.map(({ axis, seconds, exponent }) => [axis, ...seconds, exponent]),
);
writeJson(json, {
  part: "overhead",
  machine: describeMachine(),
  start,
  pipeline,
  twoWorkers,
  memory,
  growth,
});

function startOf(dataset) {
  return medianOf(Array.from({ length: quick ? 3 : 9 }, () => secondsToFirstBatch(dataset)));
}

function printPipeline() {
  const columns = Object.entries(pipeline).flatMap(([trials, { one, two }]) => [
    { head: `${trials} trials, 1 worker`, phases: one },
    { head: "2 workers", phases: { whole: two.whole } },
  ]);
  const phases = Object.keys(columns[0].phases);
  print("Milliseconds a tiny trial costs, by phase", [
    ["", ...columns.map(({ head }) => head)],
    ...phases.map((phase) => [phase, ...columns.map((column) => column.phases[phase] ?? "")]),
  ]);
}

function print(title, rows) {
  const text = (cell) => (typeof cell === "number" ? cell.toPrecision(3) : String(cell));
  const width = Math.max(...rows.map((row) => row.length));
  const table = plainTable(
    rows.map((row) => row.map(text)),
    ["left", ...Array(width - 1).fill("right")],
  );
  console.log(`${title}\n${table}\n`);
}
