import { readdir } from "node:fs/promises";
import { shardFolder, shardName, storeFileOf } from "./store-paths.ts";

/** What lies in one folder of a store. */
export interface Shard {
  /** Epochs that have a checkpoint, ascending, by prefix. */
  readonly epochs: ReadonlyMap<string, readonly number[]>;
  /** Trials that have a file of their own for their record, as those of older stores have. */
  readonly ids: ReadonlySet<string>;
}

interface OwnShard extends Shard {
  readonly epochs: Map<string, readonly number[]>;
}

/** The folders of a store as they were at the first look: of what comes later, only what this process writes is used. */
export class Shards {
  readonly #store: string;
  readonly #shards = new Map<string, Promise<OwnShard>>();

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

  /** Notes that this process has written a checkpoint. */
  async note(prefixId: string, epoch: number): Promise<void> {
    const shard = await this.#shards.get(shardName(prefixId));
    const known = shard?.epochs.get(prefixId) ?? [];
    if (!known.includes(epoch)) shard?.epochs.set(prefixId, [...known, epoch].sort(ascending));
  }
}

async function shardIn(folder: string): Promise<OwnShard> {
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
  for (const known of epochs.values()) known.sort(ascending);
  return { epochs, ids };
}

function ascending(a: number, b: number): number {
  return a - b;
}
