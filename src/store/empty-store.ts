import type { TrialStore } from "./trial-store.ts";

/** Returns a store that holds nothing, keeps nothing, and is shared with nobody. */
export function emptyStore(): TrialStore {
  return {
    read: () => Promise.resolve(undefined),
    findCheckpoint: () => Promise.resolve(undefined),
    hasWeights: () => false,
    write: () => Promise.resolve(),
    claim: () => Promise.resolve(true),
    release: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}
