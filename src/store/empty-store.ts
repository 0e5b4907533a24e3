import type { TrialStore } from "./trial-store.ts";

/** Returns a store that is empty, keeps nothing and is not shared. */
export function emptyStore(): TrialStore {
  return {
    read: () => Promise.resolve(undefined),
    findCheckpoint: () => Promise.resolve(undefined),
    restoreFolder: () => Promise.resolve(undefined),
    keepFolder: () => Promise.resolve(undefined),
    hasWeights: () => false,
    write: () => Promise.resolve(),
    claim: () => Promise.resolve(true),
    release: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}
