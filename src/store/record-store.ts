import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { GridientError } from "../errors.ts";
import type { KeptModel } from "../training/model-keeper.ts";
import type { TrialRecord } from "../training/record.ts";
import { encodeSafetensors } from "./safetensors.ts";

/** Version of the files below; a record of another version counts as missing. */
const FORMAT = 1;

/** A record and what was kept beside it. */
export interface StoredRecord {
  readonly record: TrialRecord;
  /** Which weights lie beside it: what `keepLabel` returned. */
  readonly kept: string;
}

/** A record with the weights to keep. */
export interface NewRecord extends StoredRecord {
  readonly models: readonly KeptModel[];
}

/** The content-addressed folder of records: `ab/abcd...json` beside its kept weights. */
export class RecordStore {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Returns the record of a trial, or undefined where there is none, or none that can be read. */
  async read(id: string): Promise<StoredRecord | undefined> {
    let text: string;
    try {
      text = await readFile(this.#path(id, "json"), "utf8");
    } catch {
      return undefined;
    }
    return decode(text, id);
  }

  /** Writes models, then the record, each whole, flushed and renamed: a record on disk is a trial done. */
  async write({ record, models, kept }: NewRecord): Promise<void> {
    try {
      await mkdir(join(this.folder, record.id.slice(0, 2)), { recursive: true });
      for (const model of models) {
        await writeFileAtomic(
          this.#path(record.id, `epoch-${model.epoch}.safetensors`),
          Buffer.from(encodeSafetensors(model.layers)),
        );
      }
      await writeFileAtomic(
        this.#path(record.id, "json"),
        `${JSON.stringify({ format: FORMAT, kept, record })}\n`,
      );
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

  #path(id: string, extension: string): string {
    return join(this.folder, id.slice(0, 2), `${id}.${extension}`);
  }
}

function decode(text: string, id: string): StoredRecord | undefined {
  try {
    const { format, record, kept } = JSON.parse(text) as StoredRecord & { format: number };
    return format === FORMAT && record.id === id ? { record, kept } : undefined;
  } catch {
    return undefined;
  }
}
