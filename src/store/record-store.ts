import { mkdir, readdir, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { GridientError } from "../errors.ts";
import { writeWhole } from "../files/write-whole.ts";
import type { KeptModel } from "../training/model-keeper.ts";
import { decodeRecord, encodeRecord, type Decoded } from "./record-text.ts";
import { encodeSafetensors } from "./safetensors.ts";
import type { StoredRecord } from "./stored-record.ts";

const RECORD_FILE = /([0-9a-f]{64})\.json$/;

/** A record with the weights to keep. */
export interface NewRecord extends StoredRecord {
  readonly models: readonly KeptModel[];
}

/** The content-addressed folder of records: `ab/abcd...json` beside its kept weights. */
export class RecordStore {
  readonly folder: string;
  readonly #onDamage: (file: string, reason: string) => void;

  /** @param onDamage Told of every damaged record that was set aside. */
  constructor(folder: string, onDamage: (file: string, reason: string) => void = () => {}) {
    this.folder = folder;
    this.#onDamage = onDamage;
  }

  /** Returns the ids of all trials that have a record, looking at file names alone. */
  async ids(): Promise<Set<string>> {
    const names = await readdir(this.folder, { recursive: true }).catch(() => []);
    return new Set(names.flatMap((name) => RECORD_FILE.exec(name)?.[1] ?? []));
  }

  /**
   * Returns the record of a trial, or undefined where there is none that can be used. A damaged one is never trusted
   * and never fatal: it is renamed, told, and counts as missing.
   */
  async read(id: string): Promise<StoredRecord | undefined> {
    const decoded = await this.#decode(id);
    if (decoded?.status === "damaged") {
      const file = this.#path(id, "json");
      await rename(file, `${file}.damaged`).catch(() => undefined); // a read-only store is still usable
      this.#onDamage(file, decoded.reason);
    }
    return decoded?.status === "usable" ? decoded.stored : undefined;
  }

  /** Returns what `read` returns, and changes nothing. */
  async peek(id: string): Promise<StoredRecord | undefined> {
    const decoded = await this.#decode(id);
    return decoded?.status === "usable" ? decoded.stored : undefined;
  }

  /** Writes models, then the record, each whole, flushed and renamed: a record on disk is a trial done. */
  async write({ record, models, kept }: NewRecord): Promise<void> {
    try {
      await mkdir(join(this.folder, record.id.slice(0, 2)), { recursive: true });
      for (const model of models) {
        const file = this.#path(record.id, `epoch-${model.epoch}.safetensors`);
        await writeWhole(file, encodeSafetensors(model.layers));
      }
      await writeWhole(this.#path(record.id, "json"), encodeRecord({ kept, record }));
    } catch (cause) {
      throw new GridientError(
        "E_STORE",
        `Cannot store a record as the folder must be writable: "${this.folder}"`,
        {
          cause,
          hint: cause instanceof Error ? cause.message : "",
        },
      );
    }
  }

  async #decode(id: string): Promise<Decoded | undefined> {
    const text = await readFile(this.#path(id, "json"), "utf8").catch(() => undefined);
    return text === undefined ? undefined : decodeRecord(text, id);
  }

  #path(id: string, extension: string): string {
    return join(this.folder, id.slice(0, 2), `${id}.${extension}`);
  }
}
