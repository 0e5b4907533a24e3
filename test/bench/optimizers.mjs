/**
 * `npm run bench:optimizers`: what optimizers, penalties and dropout cost beside plain gradient descent, 784-30-10.
 * @module
 */
import { placeDataset } from "../../dist/kernels/dataset-memory.js";
import { plainTable } from "../../dist/report/terminal/plain-table.js";
import { sampler } from "./cpu-time.mjs";
import { loadImages } from "./data.mjs";
import { pinToOneCore } from "./machine.mjs";
import { readOptions, writeJson } from "./options.mjs";
import { openOurNetwork } from "./our-network.mjs";
import { Protocol, ratio } from "./protocol.mjs";
import { TRAININGS } from "./trainings.mjs";

const options = readOptions("optimizers");
const batches = options.quick ? [32] : [10, 32, 128];
const samples = options.quick ? 3 : 9;
pinToOneCore();
const protocol = await Protocol.start();

const rows = [];
for (const batch of batches) rows.push({ batch, figures: await measureBatch(batch) });
print();
writeJson(options.json, { part: "optimizers", rows });

async function measureBatch(batch) {
  const data = placeDataset(await loadImages(), 0);
  const candidates = Object.entries(TRAININGS).map(([name, training]) => {
    const { train, examples } = openOurNetwork(data, { hidden: [30], batch, training });
    return { name, sample: sampler(train, examples) };
  });
  return Object.fromEntries(await protocol.measureInTurn(candidates, samples));
}

function print() {
  console.log("784-30-10: CPU time of training against plain gradient descent; ~ = disturbed");
  const head = ["", ...batches.map((batch) => `batch ${batch}`)];
  const body = Object.keys(TRAININGS).map((name) => [
    name,
    ...rows.map(({ figures }) => cell(figures, name)),
  ]);
  console.log(plainTable([head, ...body], ["left", ...batches.map(() => "right")]));
}

function cell({ plain, ...figures }, name) {
  if (name === "plain") return `${plain.isDisturbed ? "~" : ""}1`;
  const mark = plain.isDisturbed || figures[name].isDisturbed ? "~" : "";
  return `${mark}${ratio(plain, figures[name]).toFixed(2)}`;
}
