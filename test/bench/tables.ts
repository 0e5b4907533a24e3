/**
 * How a CSV file of 1,000,000 rows and 30 columns becomes a data set, beside its parsing alone by csv-parse and by our own
 * reader: time, and the memory that each takes.
 * @module
 */
import { once } from "node:events";
import { createWriteStream, statSync } from "node:fs";
import { join } from "node:path";
import { RandomStream } from "../../src/math/random-stream.ts";
import { scriptCommand, timeCommand } from "./commands.ts";
import { bySize, type Measurement, type Size } from "./part.ts";
import { tableText } from "./table.ts";
import type { Way } from "./tables/read-table.ts";
import { inTemporaryFolder } from "./temporary-folder.ts";

const COLUMNS = 30;
const READ_TABLE = new URL("tables/read-table.ts", import.meta.url);

/** The median of several processes of their own. */
interface Reading {
  readonly result: number;
  readonly seconds: number;
  /** Bytes above the start of the process. */
  readonly peak: number;
}

export interface TableFigures {
  readonly rows: number;
  readonly fileBytes: number;
  /** Bytes of the float32 matrix. */
  readonly matrix: number;
  readonly readings: Readonly<Record<Way, Reading>>;
}

export const tables: Measurement<TableFigures> = { measure, text };

function measure(size: Size): Promise<TableFigures> {
  const rows = bySize(size, { full: 1_000_000, quick: 100_000, smallest: 1000 });
  const processes = bySize(size, { full: 3, quick: 3, smallest: 1 });
  return inTemporaryFolder(async (folder) => {
    const file = join(folder, "table.csv");
    await writeTable(file, rows);
    const read = (way: Way) => medianReading(way, file, processes);
    const readings = {
      "csv-parse": await read("csv-parse"),
      reader: await read("reader"),
      load: await read("load"),
    };
    return { rows, fileBytes: statSync(file).size, matrix: readings.load.result, readings };
  });
}

async function medianReading(way: Way, file: string, processes: number): Promise<Reading> {
  const runs: Reading[] = [];
  for (let i = 0; i < processes; i++) {
    const { stdout } = await timeCommand(scriptCommand(READ_TABLE, way, file), { cwd: "." });
    runs.push(JSON.parse(stdout) as Reading);
  }
  return runs.toSorted((a, b) => a.seconds - b.seconds)[processes >> 1]!;
}

async function writeTable(path: string, rows: number): Promise<void> {
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

function text({ rows, fileBytes, matrix, readings }: TableFigures): string {
  const { load, reader } = readings;
  return [
    `${rows} rows, ${COLUMNS} columns, ${(fileBytes / 1e6).toFixed(0)} MB`,
    "",
    tableText([
      ["", "seconds", "MB above the start"],
      ...Object.entries(readings).map(([way, { seconds, peak }]) => [way, seconds, Math.round(peak / 1e6)]),
    ]),
    "",
    tableText([
      ["load : csv-parse alone", load.seconds / readings["csv-parse"].seconds],
      ["load : our reader alone", load.seconds / reader.seconds],
      ["memory : float32 matrix", load.peak / matrix],
    ]),
  ].join("\n");
}
