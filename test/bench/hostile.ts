/**
 * CPU time and highest memory of `validate` on each small file that asks for much of both.
 * @module
 */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { HOSTILE_DATA, writeHostile } from "../support/hostile-data.ts";
import { runGridient } from "./commands.ts";
import { bySize, type Measurement, type Size } from "./part.ts";
import { tableText } from "./table.ts";
import { inTemporaryFolder } from "./temporary-folder.ts";

export interface HostileFigures {
  readonly rows: readonly {
    readonly name: string;
    /** What its files take on disk. */
    readonly bytes: number;
    readonly cpuSeconds: number;
    readonly megabytes: number;
    readonly answer: string;
  }[];
}

export const hostile: Measurement<HostileFigures> = { measure, text };

async function measure(size: Size): Promise<HostileFigures> {
  const rows = [];
  for (const hostile of HOSTILE_DATA.slice(0, bySize(size, { full: Infinity, quick: 10, smallest: 1 })))
    rows.push(
      await inTemporaryFolder(async (folder) => {
        const spec = writeHostile(folder, hostile);
        const { code, stderr, cpuSeconds, peakBytes } = await runGridient(folder, ["validate", spec]);
        const isRight = code === 2 && stderr.includes(hostile.says);
        const answer = isRight ? `... ${hostile.says} ...` : `WRONG: exit code ${code}`;
        return { name: hostile.name, bytes: bytesOf(folder), cpuSeconds, megabytes: peakBytes / 1e6, answer };
      }),
    );
  return { rows };
}

function bytesOf(folder: string): number {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names.reduce((sum, name) => sum + 512 * statSync(join(folder, name)).blocks, 0);
}

function text({ rows }: HostileFigures): string {
  return tableText([
    ["file", "kB on disk", "s CPU", "MB", "answer"],
    ...rows.map(({ name, bytes, cpuSeconds, megabytes, answer }) => {
      return [name, Math.ceil(bytes / 1000), cpuSeconds.toFixed(1), Math.round(megabytes), answer];
    }),
  ]);
}
