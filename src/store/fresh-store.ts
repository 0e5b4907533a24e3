import type { TrialRecord } from "../training/record.ts";
import { recordDifference } from "./record-difference.ts";
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
      const difference = old && recordDifference(old.record, fresh.record);
      if (difference !== undefined) onChange(fresh.record, difference);
      await store.write(fresh);
    },
    claim: (prefixId) => store.claim(prefixId),
    release: (prefixId) => store.release(prefixId),
    close: () => store.close(),
  };
}
