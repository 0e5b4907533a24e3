import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { expect } from "vitest";
import { gridient } from "../commands/run-in.ts";
import { temporaryFolder } from "../support/folders.ts";

const RESULTS = fileURLToPath(new URL("../../results/", import.meta.url));

/** Exports committed results into a new folder. Returns the path of the export. */
export async function exported(name: string, out: string, ...options: readonly string[]): Promise<string> {
  const cwd = await temporaryFolder();
  const ended = await gridient(cwd, ["export", join(RESULTS, name), "--out", out, ...options]);
  expect({ ...ended, stdout: "" }).toEqual({ exitCode: 0, stdout: "", stderr: "" });
  return resolve(cwd, ended.stdout.replace(/^\w+: /, ""));
}

/** Returns the rows of a committed table. */
export function committedRows(name: string, table: "trials" | "epochs"): Record<string, string>[] {
  return parse(readFileSync(join(RESULTS, name, `${table}.csv`), "utf8"), { columns: true });
}

/** Returns the metrics of committed results, in the order of their tables. */
export function committedMetrics(name: string): string[] {
  const columns = Object.keys(committedRows(name, "epochs")[0]!);
  return columns.slice(columns.indexOf("epoch") + 1);
}
