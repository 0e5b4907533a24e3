import { canonicalJson } from "../../data/canonical-json.ts";
import type { Column, ColumnValue } from "../../spec/sweep.ts";
import { groupBy } from "../group-by.ts";
import { isWhole } from "../replicates/measured-trials.ts";
import type { ConfigurationResult } from "../results.ts";

/** Configurations that differ in one axis alone, by the other axes' values. */
export interface ComparableBlocks {
  readonly all: number;
  /** Those in which every value occurs and has a result of every replicate: only these are averaged. */
  readonly compared: readonly (readonly ConfigurationResult[])[];
}

/** Returns the blocks of an axis. A single block is used as it is, because nothing is averaged. */
export function comparableBlocks(
  column: number,
  values: readonly ColumnValue[],
  { columns, configurations }: { columns: readonly Column[]; configurations: readonly ConfigurationResult[] },
): ComparableBlocks {
  const blocks = [
    ...groupBy(configurations, (configuration) => otherValues(configuration, column, columns)).values(),
  ];
  if (blocks.length < 2) return { all: blocks.length, compared: blocks };
  const keys = values.map(canonicalJson);
  const isComplete = (block: readonly ConfigurationResult[]): boolean => {
    const present = new Set(block.map((configuration) => canonicalJson(configuration.values[column])));
    return block.every(isWhole) && keys.every((key) => present.has(key));
  };
  return { all: blocks.length, compared: blocks.filter(isComplete) };
}

/** Names do not count as values. */
function otherValues({ values }: ConfigurationResult, column: number, columns: readonly Column[]): string {
  return canonicalJson(values.filter((_, i) => i !== column && columns[i]!.kind !== "name"));
}
