/**
 * Reads a CSV file in one of three ways, and prints the seconds and the bytes above the start of the process that it took:
 * read-table.ts WAY FILE.
 * @module
 */
import { createReadStream } from "node:fs";
import { basename, dirname } from "node:path";
import { performance } from "node:perf_hooks";
import { parse } from "csv-parse";
import { nodeSystem } from "../../../src/files/node-system.ts";

export type Way = "csv-parse" | "reader" | "load";

/** Read each in its way; return the rows, or the bytes of the matrix. */
const WAYS: Readonly<Record<Way, (file: string) => Promise<number>>> = {
  "csv-parse": async (file) => {
    let rows = 0;
    for await (const _ of createReadStream(file).pipe(parse())) rows++;
    return rows;
  },
  reader: async (file) => {
    const { CsvReader } = await import("../../../src/data/table/reading/csv-reader.ts");
    const { readChunks } = await import("../../../src/files/read-chunks.ts");
    let rows = 0;
    const reader = new CsvReader({ delimiter: 0x2c, mark: 0x2e }, () => rows++);
    for (const chunk of readChunks(file)) reader.write(chunk);
    reader.end();
    return rows;
  },
  load: async (file) => {
    const { loadDataset } = await import("../../../src/data/load-dataset.ts");
    const { defaultOptions } = await import("../../../src/fields/defaults.ts");
    const { OpenedFiles } = await import("../../../src/data/opened-files.ts");
    const options = { ...defaultOptions("csv"), name: "csv", path: basename(file), target: "label" };
    const folder = { path: dirname(file), system: nodeSystem, opened: new OpenedFiles() };
    const { inputs } = await loadDataset(options, { dataDir: undefined, cacheDir: "", folder });
    return inputs.byteLength;
  },
};

const [way = "", file = ""] = process.argv.slice(2);
if (!isWay(way)) throw new Error(`The way must be one of ${Object.keys(WAYS).join(", ")} (got "${way}")`);
const before = process.memoryUsage.rss();
const start = performance.now();
const result = await WAYS[way](file);
const seconds = (performance.now() - start) / 1000;
const peak = Math.max(0, process.resourceUsage().maxRSS * 1024 - before);
console.log(JSON.stringify({ result, seconds, peak }));

function isWay(name: string): name is Way {
  return name in WAYS;
}
