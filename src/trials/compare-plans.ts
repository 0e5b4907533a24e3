import type { Experiment } from "../spec/experiment.ts";
import { changedFiles, type FileChange } from "./hashed-files.ts";
import { commonFields, type Fields } from "./fields-of.ts";
import { trialKindOf } from "./kinds/trial-kind-of.ts";
import type { Plan } from "./plan.ts";
import type { Trial } from "./trial.ts";

/** What two plans differ in. Trials are the same where their ids are. */
export interface PlanComparison {
  /** Fields with one value throughout each plan, and not the same; settings of the experiment. */
  readonly changes: readonly Change[];
  /** Files that identify trials and differ. */
  readonly files: readonly FileChange[];
  /** Paths of the fields in which the configurations of both plans differ. */
  readonly columns: readonly string[];
  readonly added: readonly ComparedConfiguration[];
  readonly removed: readonly ComparedConfiguration[];
  readonly unchanged: readonly Trial[];
}

/** A value that all trials of a plan share. */
export interface Change {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** A configuration with those of its trials that only one of the plans has. */
export interface ComparedConfiguration {
  readonly fields: Fields;
  readonly trials: readonly Trial[];
}

/** Compares two plans; one that is absent has no trials. */
export function comparePlans(before: Plan | undefined, after: Plan | undefined): PlanComparison {
  const [old, fresh] = [fieldsIn(before), fieldsIn(after)];
  const changes = before && after ? changesBetween(valuesIn(before, old), valuesIn(after, fresh)) : [];
  const settled = new Set([...commonFields([...old, ...fresh]).keys(), ...changes.map(({ path }) => path)]);
  const paths = new Set([...old, ...fresh].flatMap((fields) => [...fields.keys()]));
  const [oldIds, freshIds] = [idsIn(before), idsIn(after)];
  return {
    changes,
    files: before && after ? changedFiles(before, after, oldIds) : [],
    columns: [...paths].filter((path) => !settled.has(path)),
    added: trialsBeyond(oldIds, after),
    removed: trialsBeyond(freshIds, before),
    unchanged: after?.trials.filter(({ id }) => oldIds.has(id)) ?? [],
  };
}

function fieldsIn(plan: Plan | undefined): Fields[] {
  return (
    plan?.configurations.map(({ configuration }) => trialKindOf(configuration).fieldsOf(configuration)) ?? []
  );
}

function idsIn(plan: Plan | undefined): ReadonlySet<string> {
  return new Set(plan?.trials.map(({ id }) => id));
}

/** Returns what is the same for all trials of a plan. */
function valuesIn({ experiment }: Plan, configurations: readonly Fields[]): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>([...commonFields(configurations), ...settingsOf(experiment)]);
}

function settingsOf({ replicates, metrics, objective, sweep }: Experiment): [string, unknown][] {
  const { versions = [] } = sweep.folder;
  return [
    ["versions", versions.map(({ command }) => command.join(" "))],
    ["replicates", replicates.count],
    ["replicates.baseSeed", replicates.baseSeed],
    ["replicates.first", replicates.first ?? 0],
    ["metrics", metrics],
    ["objective", objective],
  ];
}

function changesBetween(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): Change[] {
  return [...after].flatMap(([path, value]) => {
    if (!before.has(path) || JSON.stringify(before.get(path)) === JSON.stringify(value)) return [];
    return [{ path, before: before.get(path), after: value }];
  });
}

function trialsBeyond(known: ReadonlySet<string>, plan: Plan | undefined): ComparedConfiguration[] {
  const groups = new Map<number, Trial[]>();
  for (const trial of plan?.trials ?? []) {
    if (known.has(trial.id)) continue;
    const group = groups.get(trial.configurationIndex);
    if (group) group.push(trial);
    else groups.set(trial.configurationIndex, [trial]);
  }
  return [...groups.values()].map((trials) => {
    const { configuration } = trials[0]!;
    return { fields: trialKindOf(configuration).fieldsOf(configuration), trials };
  });
}
