/**
 * Times how a CSV file of 1,000,000 rows and 30 columns becomes a data set, beside its parsing alone by csv-parse and by
 * our own reader, and measures the memory that each takes: `npm run bench:tables`.
 * @module
 */
import { execFileSync } from "node:child_process";
import { createReadStream, createWriteStream, statSync } from "node:fs";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse";
import { RandomStream } from "../../dist/math/random-stream.js";
import { describeMachine } from "./machine.mjs";
import { readOptions, writeJson } from "./options.mjs";
import { inTemporaryFolder } from "./temporary-folder.mjs";

const COLUMNS = 30;
const [, , task, file] = process.argv;

const TASKS = {
  "csv-parse": async () => {
    let rows = 0;
    for await (const _ of createReadStream(file).pipe(parse())) rows++;
    return rows;
  },
  reader: async () => {
    const { CsvReader } = await import("../../dist/data/table/reading/csv-reader.js");
    const { readChunks } = await import("../../dist/files/read-chunks.js");
    let rows = 0;
    const reader = new CsvReader({ delimiter: 0x2c, mark: 0x2e }, () => rows++);
    for (const chunk of readChunks(file)) reader.write(chunk);
    reader.end();
    return rows;
  },
  load: async () => {
    const { loadDataset } = await import("../../dist/data/load-dataset.js");
    const { defaultOptions } = await import("../../dist/spec/schema/defaults.js");
    const options = { ...defaultOptions("csv"), path: file, target: "label" };
    const { FOLDER } = await import("../../dist/data/source.js");
    const path = file.split("/").at(-1);
    const folder = file.slice(0, -path.length);
    const { inputs } = await loadDataset(
      { ...options, path, [FOLDER]: folder },
      { dataDir: undefined, cacheDir: "" },
    );
    return inputs.byteLength;
  },
};

if (task in TASKS) await measure();
else {
  const { quick, json } = readOptions("tables");
  const rows = quick ? 100_000 : 1_000_000;
  const figures = await inTemporaryFolder((folder) => compare(join(folder, "table.csv"), rows));
  writeJson(json, { part: "tables", machine: describeMachine(), ...figures });
}

async function measure() {
  const before = process.memoryUsage().rss;
  const start = performance.now();
  const result = await TASKS[task]();
  const seconds = (performance.now() - start) / 1000;
  const peak = process.resourceUsage().maxRSS * 1024 - before;
  console.log(JSON.stringify({ result, seconds, peak }));
}

async function compare(path, rows) {
  await writeTable(path, rows);
  console.log(`${rows} rows, ${COLUMNS} columns, ${(statSync(path).size / 1e6).toFixed(0)} MB\n`);
  const found = Object.fromEntries(Object.keys(TASKS).map((name) => [name, run(name, path)]));
  for (const [name, { seconds, peak }] of Object.entries(found)) {
    console.log(
      `${name.padEnd(10)} ${seconds.toFixed(2).padStart(7)} s  ${(peak / 1e6).toFixed(0).padStart(5)} MB above the start`,
    );
  }
  const matrix = found.load.result;
  console.log(
    `\nload : csv-parse alone  ${(found.load.seconds / found["csv-parse"].seconds).toFixed(2)} (goal: at most 1.5)`,
  );
  console.log(`load : our reader alone ${(found.load.seconds / found.reader.seconds).toFixed(2)}`);
  console.log(`memory : float32 matrix  ${(found.load.peak / matrix).toFixed(2)} (goal: at most 3)`);
  return { rows, matrix, ...found };
}

/** The median of three processes of their own. */
function run(name, path) {
  const runs = [1, 2, 3].map(() =>
    JSON.parse(
      execFileSync(process.execPath, [fileURLToPath(import.meta.url), name, path], { encoding: "utf8" }),
    ),
  );
  return runs.sort((a, b) => a.seconds - b.seconds)[1];
}

async function writeTable(path, rows) {
  const out = createWriteStream(path);
  const names = Array.from({ length: COLUMNS - 1 }, (_, i) => `x${i}`);
  out.write(`${[...names, "label"].join(",")}\n`);
  for (let row = 0; row < rows; row++) {
    const random = new RandomStream([1, 2], row);
    const cells = names.map((_, i) => ((random.bits() % 2_000_000) / 1e4 - 100).toFixed(1 + (i % 4)));
    if (!out.write(`${cells.join(",")},${"abc"[random.bits() % 3]}\n`)) await once(out, "drain");
  }
  out.end();
  await once(out, "close");
}
