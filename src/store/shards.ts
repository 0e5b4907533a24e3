import { readdir } from "node:fs/promises";
import { shardFolder, shardName, storeFileOf } from "./store-paths.ts";

/** What lies in one folder of a store. */
export interface Shard {
  /** Epochs that have a checkpoint, ascending, by prefix. */
  readonly epochs: ReadonlyMap<string, readonly number[]>;
  /** Trials that have a file of their own for their record, as those of older stores have. */
  readonly ids: ReadonlySet<string>;
}

/** The folders of a store as they were at the first look: what comes later is only not used. */
export class Shards {
  readonly #store: string;
  readonly #shards = new Map<string, Promise<Shard>>();

  constructor(store: string) {
    this.#store = store;
  }

  /** Returns what lies in the folder of an id. */
  of(id: string): Promise<Shard> {
    const name = shardName(id);
    let shard = this.#shards.get(name);
    if (!shard) this.#shards.set(name, (shard = shardIn(shardFolder(this.#store, id))));
    return shard;
  }
}

async function shardIn(folder: string): Promise<Shard> {
  const names: string[] = await readdir(folder).catch(() => []);
  const [epochs, ids] = [new Map<string, number[]>(), new Set<string>()];
  for (const name of names) {
    const file = storeFileOf(name);
    if (file.kind === "record") ids.add(file.id);
    if (file.kind !== "checkpoint" || file.form !== "weights") continue;
    const known = epochs.get(file.prefixId);
    if (known) known.push(file.epoch);
    else epochs.set(file.prefixId, [file.epoch]);
  }
  for (const known of epochs.values()) known.sort((a, b) => a - b);
  return { epochs, ids };
}
