import type { PhiloxKey } from "./philox.ts";
import { sha256Bytes } from "../text/sha256.ts";

/** The named random streams of a trial. A new purpose takes a new name, so that no old draw moves. */
export type StreamName = "shuffle" | "init" | "dropout";

/**
 * Returns the key of a trial's random stream: the first 64 bits of SHA-256 over seed, replicate and name.
 * The configuration is left out on purpose: replicate r draws the same numbers in every configuration.
 */
export function trialStreamKey(baseSeed: number, replicate: number, name: StreamName): PhiloxKey {
  return keyOf(`trial/${baseSeed}/${replicate}/${name}`);
}

/** Returns the key of a generated data set's stream; it never depends on a replicate. */
export function dataStreamKey(seed: number, name: string): PhiloxKey {
  return keyOf(`data/${seed}/${name}`);
}

/** Returns the key of the stream that a search draws from. */
export function searchStreamKey(baseSeed: number, method: string): PhiloxKey {
  return keyOf(`search/${baseSeed}/${method}`);
}

function keyOf(text: string): PhiloxKey {
  const view = new DataView(sha256Bytes(text).buffer);
  return [view.getUint32(0, true), view.getUint32(4, true)];
}
