import type { FunctionOptions } from "../../../functions/named-functions.ts";
import { groupBy } from "../../../results/group-by.ts";
import type { Results, TrialResult } from "../../../results/results.ts";
import { settingText, shownText } from "../../../results/setting-text.ts";
import type { TrialRecord } from "../../../training/record.ts";

/** The path of one trial, as it is drawn. */
export interface Descent {
  /** Its index in the plan. */
  readonly trial: number;
  /** Of one or two coordinates each, the start first. */
  readonly points: readonly (readonly number[])[];
  readonly status: "converged" | "not converged" | "diverged";
  /** "converged after 47 steps", "diverged at step 7", "not converged after 100 steps". */
  readonly end: string;
}

/** The paths of one setting from each of its starts. */
export interface DescentPanel {
  /** The function in words. */
  readonly name: string;
  readonly minimized: FunctionOptions;
  /** What distinguishes the panel, without starts. */
  readonly setting: string;
  readonly descents: readonly Descent[];
}

const MOST_PANELS = 9;
/** More points than this would not be visible. */
const MOST_POINTS = 600;

/** Returns the panels of descents on functions of one or two variables: settings that differ only in their start share one. */
export function descentPanels({ configurations, columns }: Results): DescentPanel[] {
  const plain = configurations.flatMap((result) => {
    const { configuration } = result;
    if (configuration.kind !== "function" || configuration.start.length > 2) return [];
    const { start: _, ...others } = configuration;
    return [{ result, minimized: configuration.function, key: JSON.stringify(others) }];
  });
  const apart = columns
    .map(({ path }, i) => ({ path, i }))
    .filter(({ path }) => path !== "start" && path !== "function");
  const byFunction = [...groupBy(plain, ({ minimized }) => JSON.stringify(minimized)).values()];
  return byFunction.flatMap((sharing) => {
    const groups = [...groupBy(sharing, ({ key }) => key).values()];
    return spread(groups, MOST_PANELS).map((group): DescentPanel => {
      const { result, minimized } = group[0]!;
      const values = apart.map(({ i }) => result.values[i] ?? null);
      const setting = settingText({ values }, apart);
      const descents = group.flatMap(({ result: { trials } }) => trials.flatMap(descentOf));
      return { name: shownText({ ...minimized }), minimized, setting, descents };
    });
  });
}

function descentOf({ trial, record }: TrialResult): Descent[] {
  const [x = [], y] = [record?.metrics["v1"], record?.metrics["v2"]];
  if (!record || x.length === 0) return [];
  const stride = 2 * Math.ceil((x.length / MOST_POINTS - 1) / 2) + 1; // odd, so that a zigzag keeps its shape
  const steps = x.map((_, step) => step).filter((step) => step % stride === 0 || step === x.length - 1);
  const points = steps.map((step) => (y ? [x[step]!, y[step]!] : [x[step]!]));
  return [{ trial: trial.index, points, ...endOf(record, x.length - 1) }];
}

function endOf(record: TrialRecord, steps: number): Pick<Descent, "status" | "end"> {
  if (record.status === "diverged")
    return { status: "diverged", end: `diverged at step ${record.divergedEpoch}` };
  const status = record.metrics["stepsToTolerance"]?.at(-1) == null ? "not converged" : "converged";
  return { status, end: `${status} after ${steps} steps` };
}

/** Returns some of the items at even distances, including the first and the last. */
function spread<Item>(items: readonly Item[], most: number): Item[] {
  if (items.length <= most) return [...items];
  return Array.from({ length: most }, (_, i) => items[Math.round((i * (items.length - 1)) / (most - 1))]!);
}
