import { canonicalJson } from "../../../data/canonical-json.ts";
import { statistics } from "../../../math/statistics.ts";
import type { AxisEffect, ConfigurationResult, Results } from "../../../results/results.ts";

/** A map says something where this share of its cells has a setting. */
const SMALLEST_SHARE = 0.6;
const MOST_VALUES = 16;

/** What the settings that share a value of each of two axes come to. */
export interface PairCell {
  readonly column: number;
  readonly row: number;
  /** Over all their trials; null where every one diverged or failed. */
  readonly mean: number | null;
  readonly diverged: number;
  readonly trials: number;
}

/** Returns the cells that have settings; none for a pair of axes that is too large or full of holes. */
export function pairMap(across: AxisEffect, down: AxisEffect, results: Results): PairCell[] {
  const [width, height] = [across.values.length, down.values.length];
  if (width < 2 || height < 2 || width > MOST_VALUES || height > MOST_VALUES) return [];
  const keyed = results.configurations.map((configuration) => ({
    configuration,
    key: [across, down].map(({ path }) => keyOf(configuration, path, results)).join(),
  }));
  const cells = down.values.flatMap((below, row) =>
    across.values.flatMap((beside, column) => {
      const key = [beside, below].map(({ value }) => canonicalJson(value)).join();
      const sharing = keyed.filter((candidate) => candidate.key === key);
      return sharing.length === 0
        ? []
        : [{ column, row, ...cellOf(sharing.map((one) => one.configuration)) }];
    }),
  );
  return cells.length >= SMALLEST_SHARE * width * height ? cells : [];
}

function keyOf({ values }: ConfigurationResult, path: string, { columns }: Results): string {
  return canonicalJson(values[columns.findIndex((column) => column.path === path)] ?? null);
}

function cellOf(sharing: readonly ConfigurationResult[]): Pick<PairCell, "mean" | "diverged" | "trials"> {
  const trials = sharing.flatMap((configuration) => configuration.trials);
  return {
    mean: statistics(trials.flatMap(({ objective }) => objective ?? [])).mean,
    diverged: trials.filter(({ status }) => status === "diverged").length,
    trials: trials.length,
  };
}
