import type { TrialRecord } from "../training/record.ts";
import { recordDifference } from "./record-difference.ts";
import type { TrialStore } from "./trial-store.ts";

/**
 * Returns a store that hides its records, so that everything trains again, and replaces them.
 *
 * @param onChange Called where a new record differs from the one that it replaces: the same trial must always have the
 *   same record.
 */
export function freshStore(
  store: TrialStore,
  onChange: (record: TrialRecord, difference: string) => void,
): TrialStore {
  return {
    read: () => Promise.resolve(undefined),
    findCheckpoint: () => Promise.resolve(undefined),
    restoreFolder: () => Promise.resolve(undefined),
    keepFolder: (...kept) => store.keepFolder(...kept),
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
