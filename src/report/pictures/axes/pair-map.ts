import { canonicalJson } from "../../../data/canonical-json.ts";
import { statistics } from "../../../math/statistics.ts";
import { groupBy } from "../../../results/group-by.ts";
import { isWhole } from "../../../results/replicates/measured-trials.ts";
import type { AxisEffect, ConfigurationResult, Results } from "../../../results/results.ts";

/** A map is useful where this share of its cells has a setting. */
const SMALLEST_SHARE = 0.6;
const MOST_VALUES = 16;

/** The result of the settings that share a value of each of two axes: in every cell over the same values of all other axes. */
export interface PairCell {
  readonly column: number;
  readonly row: number;
  /** Over all their trials; null where every one diverged or failed. */
  readonly mean: number | null;
  readonly diverged: number;
  readonly trials: number;
}

/**
 * Returns the cells that have settings; none for a pair of axes that is too large or full of holes, or whose cells do not
 * share a combination of the other axes.
 */
export function pairMap(across: AxisEffect, down: AxisEffect, results: Results): PairCell[] {
  const [width, height] = [across.values.length, down.values.length];
  if (width < 2 || height < 2 || width > MOST_VALUES || height > MOST_VALUES) return [];
  const keyed = results.configurations.map((configuration) => ({
    configuration,
    key: [across, down].map(({ path }) => keyOf(configuration, path, results)).join(),
    rest: restOf(configuration, [across.path, down.path], results),
  }));
  const shared = sharedKeys(keyed);
  const cells = down.values.flatMap((below, row) =>
    across.values.flatMap((beside, column) => {
      const key = [beside, below].map(({ value }) => canonicalJson(value)).join();
      const sharing = keyed.filter((candidate) => candidate.key === key && shared.has(candidate.rest));
      return sharing.length === 0
        ? []
        : [{ column, row, ...cellOf(sharing.map((one) => one.configuration)) }];
    }),
  );
  return cells.length >= SMALLEST_SHARE * width * height ? cells : [];
}

/** Returns the combinations of the other axes that every cell has, with a result of every replicate if there are several. */
function sharedKeys(keyed: readonly Keyed[]): ReadonlySet<string> {
  const rests = new Set(keyed.map(({ rest }) => rest));
  if (rests.size === 1) return rests;
  const cells = [...groupBy(keyed, ({ key }) => key).values()].map((cell) => {
    return new Set(cell.filter(({ configuration }) => isWhole(configuration)).map(({ rest }) => rest));
  });
  return new Set([...rests].filter((rest) => cells.every((cell) => cell.has(rest))));
}

interface Keyed {
  readonly configuration: ConfigurationResult;
  readonly key: string;
  readonly rest: string;
}

/** The values of all other axes; names do not count. */
function restOf({ values }: ConfigurationResult, paths: readonly string[], { columns }: Results): string {
  return canonicalJson(
    values.filter((_, i) => columns[i]!.kind !== "name" && !paths.includes(columns[i]!.path)),
  );
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
