import type { DatasetFacts } from "../data/dataset.ts";
import type { Configuration } from "../fields/configuration.ts";
import type { Work } from "./kinds/trial-kind.ts";
import { trialKindOf } from "./kinds/trial-kind-of.ts";

/** Returns the work of a trial of a configuration. */
export type WorkOf = (configuration: Configuration, facts: DatasetFacts) => Work;

/** Counts the work of a trial. @param metrics Names of metrics beyond the default ones: they may ask for more evaluation. */
export function trialWork(
  configuration: Configuration,
  facts: DatasetFacts,
  metrics: readonly string[],
): Work {
  return trialKindOf(configuration).workOf(configuration, facts, metrics);
}

/**
 * Returns what is left of a trial's work once that of a shorter one like it is done: it continues from there, so neither
 * are parameters drawn again nor is the untrained network measured.
 */
export function workBeyond(work: Work, done: Work): Work {
  const units = Object.entries(work) as [keyof Work, number][];
  return Object.fromEntries(units.map(([unit, count]) => [unit, count - done[unit]])) as unknown as Work;
}

/**
 * Returns a function that counts the work of a trial, once for all that are alike: those of a large grid differ in
 * little that costs time.
 */
export function rememberWork(metrics: readonly string[]): WorkOf {
  const known = new Map<DatasetFacts, Map<string, Work>>();
  return (configuration, facts) => {
    const key = trialKindOf(configuration).workKey(configuration);
    if (key === undefined) return trialWork(configuration, facts, metrics);
    const works = known.get(facts) ?? new Map<string, Work>();
    known.set(facts, works);
    const work = works.get(key) ?? trialWork(configuration, facts, metrics);
    works.set(key, work);
    return work;
  };
}
