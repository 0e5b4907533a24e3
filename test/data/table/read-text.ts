import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { datasetSource } from "../../../src/data/registry.ts";
import { OpenedFiles } from "../../../src/data/opened-files.ts";
import type { DataFolder, DatasetOptions } from "../../../src/data/source.ts";
import type { TableOptions } from "../../../src/data/table/table-options.ts";
import type { PreparedTable } from "../../../src/data/table/open-table.ts";
import { prepareTable } from "../../../src/data/table/prepare-table.ts";
import { defaultOptions } from "../../../src/fields/defaults.ts";
import { nodeSystem } from "../../../src/files/node-system.ts";

/** The folder of all tables of a test file. */
export const TABLES: DataFolder = {
  path: mkdtempSync(join(tmpdir(), "gridient-tables-")),
  system: nodeSystem,
  opened: new OpenedFiles(),
};

let count = 0;

/** Returns the options of a table in a file of its own. */
export function tableOf(
  text: string | Uint8Array,
  options: Partial<TableOptions> & { readonly [option: string]: unknown } = {},
): TableOptions {
  const { name = "csv", target = "y", ...others } = options;
  const path = `data${count++}`;
  writeFileSync(join(TABLES.path, path), text);
  const named = options.targets ? {} : { target };
  const all: DatasetOptions = {
    ...defaultOptions(name),
    path,
    ...named,
    ...others,
  };
  return all as TableOptions;
}

/** Returns what a table comes to. */
export function prepared(text: string | Uint8Array, options: Partial<TableOptions> = {}): PreparedTable {
  return prepareTable(tableOf(text, options), TABLES);
}

/** Returns the digest-making recipe of a table. */
export function recipeOf(options: TableOptions): Readonly<Record<string, unknown>> {
  return datasetSource(options.name).recipe(options, TABLES);
}

/** Returns what is wrong with a table: line:column and message, or option and message. */
export function faultsOf(text: string | Uint8Array, options: Partial<TableOptions> = {}): string[] {
  try {
    prepared(text, options);
    return [];
  } catch (error) {
    const { faults } = error as { faults: readonly Record<string, string>[] };
    if (!faults) throw error;
    return faults.map(
      (fault) => `${fault["option"] ?? `${fault["line"]}:${fault["column"]}`} ${fault["message"]}`,
    );
  }
}
