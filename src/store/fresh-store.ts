import type { TrialRecord } from "../training/record.ts";
import type { TrialStore } from "./trial-store.ts";

/**
 * Returns a store that hides what it holds, so that everything trains again, and replaces it.
 *
 * @param onChange Told where a new record says something else than the one it replaces: the same trial must leave
 *   the same record, always.
 */
export function freshStore(
  store: TrialStore,
  onChange: (record: TrialRecord, difference: string) => void,
): TrialStore {
  return {
    read: () => Promise.resolve(undefined),
    findCheckpoint: () => Promise.resolve(undefined),
    hasWeights: () => false,
    write: async (fresh) => {
      const old = await store.read(fresh.record.id);
      const difference = old && findDifference(old.record, fresh.record);
      if (difference !== undefined) onChange(fresh.record, difference);
      await store.write(fresh);
    },
    claim: (prefixId) => store.claim(prefixId),
    release: (prefixId) => store.release(prefixId),
    close: () => store.close(),
  };
}

/** Returns the first difference in words; a metric that only one of them has measured is none. */
function findDifference(old: TrialRecord, fresh: TrialRecord): string | undefined {
  for (const [name, values] of Object.entries(fresh.metrics)) {
    const before = old.metrics[name] ?? values;
    const epochs = Math.max(before.length, values.length);
    for (let epoch = 0; epoch < epochs; epoch++) {
      const [was, is] = [before[epoch], values[epoch]];
      if (was !== is) return `${name} at epoch ${epoch} was ${was ?? "absent"}, is ${is ?? "absent"}`;
    }
  }
  const [was, is] = [factsOf(old), factsOf(fresh)];
  return was === is ? undefined : `its facts were ${was}, are ${is}`;
}

/** The id stands for the configuration, which may lack fields that came after it was written. */
function factsOf(record: TrialRecord): string {
  return JSON.stringify({ ...record, metrics: undefined, configuration: undefined });
}
