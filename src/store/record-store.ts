import { existsSync, readFileSync, statSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { GridientError } from "../errors.ts";
import { makeFolder } from "../files/make-folder.ts";
import { sha256Of } from "../files/sha256-of.ts";
import { writeWhole } from "../files/write-whole.ts";
import type { Checkpoint } from "../training/checkpoint.ts";
import type { KeptModel } from "../training/model-keeper.ts";
import type { MetricSeries } from "../training/record.ts";
import { TRAINER_VERSION } from "../trials/trainer-version.ts";
import { Claims } from "./claims.ts";
import { KeptFolders } from "./kept-folders.ts";
import { KeptWeights } from "./kept-weights.ts";
import { RecordLog } from "./log/record-log.ts";
import { decodeRecord, sealRecord, unseal } from "./record-text.ts";
import { Shards } from "./shards.ts";
import { logFolder, outputFile, recordFile, shardFolder, VERSION_FOLDER } from "./store-paths.ts";
import type { NewRecord, StoredRecord } from "./stored-record.ts";
import type { CheckpointQuery, FolderQuery, KeptFolder, Records } from "./trial-store.ts";
import { readPortrait, writePortrait } from "./portrait-file.ts";
import type { Portrait } from "../training/portraits/portrait.ts";

/** A damaged record, and where it lies: its file, and in a log its line. */
interface Damage {
  readonly place: string;
  readonly reason: string;
}

/** The content-addressed folder of records, with checkpoints beside them. */
export class RecordStore implements Records {
  readonly folder: string;
  readonly #onDamage: (file: string, reason: string) => void;
  readonly #claims: Claims;
  readonly #log: RecordLog;
  readonly #shards: Shards;
  readonly #weights: KeptWeights;
  readonly #folders: KeptFolders;
  /** The checksums of the records that were read from logs, or written, by trial. */
  readonly #seals = new Map<string, string>();
  /** Damaged records that were reported. */
  readonly #reported = new Set<string>();
  #isIgnored = false;

  /** @param onDamage Called for every damaged record that is missing, and for damaged weights. */
  constructor(folder: string, onDamage: (file: string, reason: string) => void = () => {}) {
    this.folder = folder;
    this.#onDamage = onDamage;
    this.#claims = new Claims(join(folder, "claims"));
    this.#log = new RecordLog(logFolder(folder));
    this.#shards = new Shards(folder);
    this.#weights = new KeptWeights(folder, this.#shards, onDamage);
    this.#folders = new KeptFolders(folder, onDamage);
  }

  /** Returns the trainer versions of which there are records that this one cannot use. */
  async otherVersions(): Promise<number[]> {
    const names: string[] = await readdir(this.folder).catch(() => []);
    const versions = names.flatMap((name) => VERSION_FOLDER.exec(name)?.[1] ?? []).map(Number);
    return versions.filter((version) => version !== TRAINER_VERSION).toSorted((a, b) => a - b);
  }

  /** A damaged record is never trusted and never fatal: where its trial has no other, it is reported. */
  async read(id: string): Promise<StoredRecord | undefined> {
    const damaged: Damage[] = [];
    for (const line of this.#log.find(id)) {
      const decoded = decodeRecord(line.text, id);
      if (decoded.status === "usable") {
        this.#seals.set(id, decoded.seal);
        return decoded.stored;
      }
      if (decoded.status === "damaged") damaged.push({ place: line.place, reason: decoded.reason });
    }
    const ids = (await this.#shards.of(id)).ids;
    const old = ids.has(id) ? this.#readFile(id, damaged) : undefined;
    if (!old) this.#report([...damaged, ...this.#nameless()]);
    return old;
  }

  /**
   * Returns a digest of the records of trials: of those that were read or written here, else of those that `read` would
   * return unless what they say is not valid. Undefined where a trial has none in a log.
   */
  digestOf(ids: readonly string[]): string | undefined {
    const seals: string[] = [];
    for (const id of ids) {
      const seal = this.#seals.get(id) ?? this.#findSeal(id);
      if (seal === undefined) return undefined;
      seals.push(seal);
    }
    return sha256Of(seals.join("\n"));
  }

  findCheckpoint(prefixId: string, query: CheckpointQuery): Promise<Checkpoint | undefined> {
    return this.#weights.find(prefixId, query, true);
  }

  /** Returns what `findCheckpoint` returns, and changes nothing. */
  peekCheckpoint(prefixId: string, query: CheckpointQuery): Promise<Checkpoint | undefined> {
    return this.#weights.find(prefixId, query, false);
  }

  /** Returns whether a checkpoint of a prefix may be found, at any epoch. */
  hasCheckpoints(prefixId: string): Promise<boolean> {
    return this.#weights.hasAny(prefixId);
  }

  hasWeights(prefixId: string, epochs: readonly number[]): boolean {
    return this.#weights.has(prefixId, epochs);
  }

  /** Returns what was kept at exactly that epoch, or undefined. */
  checkpointAt(prefixId: string, epoch: number): Promise<Checkpoint | undefined> {
    return this.#weights.at(prefixId, epoch, true);
  }

  restoreFolder(prefixId: string, query: FolderQuery, folder: string): Promise<KeptFolder | undefined> {
    return this.#folders.restore(prefixId, query, folder);
  }

  /** Returns the epoch of what `restoreFolder` would find, and changes nothing. */
  peekFolder(prefixId: string, query: FolderQuery): Promise<number | undefined> {
    return this.#folders.peek(prefixId, query);
  }

  keepFolder(prefixId: string, kept: KeptFolder, folder: string): Promise<string | undefined> {
    return this.#writing(() => this.#folders.keep(prefixId, kept, folder));
  }

  /** Writes weights, then the record: a record on disk is a trial done. Records of the same moment are flushed together. */
  async write(fresh: NewRecord): Promise<void> {
    const { kept, record } = fresh;
    await this.#writing(() => this.#weights.write(fresh.prefixId, fresh.models, record.metrics));
    await this.#writeOutput(fresh);
    const { text, seal } = sealRecord({ kept, record });
    await this.copy(record.id, text);
    this.#seals.set(record.id, seal);
  }

  async #writeOutput({ record: { id }, log = "" }: NewRecord): Promise<void> {
    if (log === "") return;
    await this.#writing(async () => {
      await makeFolder(shardFolder(this.folder, id));
      await writeWhole(outputFile(this.folder, id), log);
    });
  }

  /** Keeps weights of a trial that has a record, unless they are there. @throws {GridientError} E_STORE. */
  async keep(prefixId: string, model: KeptModel, series: MetricSeries): Promise<void> {
    if (this.hasWeights(prefixId, [model.epoch])) return;
    await this.#writing(() => this.#weights.write(prefixId, [model], series));
  }

  /** Removes weights that are not needed. */
  dropWeights(prefixId: string, epoch: number): Promise<void> {
    return this.#weights.drop(prefixId, epoch);
  }

  readPortrait(trialId: string, kept: string): Promise<Portrait | undefined> {
    return readPortrait(this.folder, trialId, kept);
  }

  writePortrait(portrait: Portrait, kept: string): Promise<void> {
    return writePortrait(this.folder, portrait, kept);
  }

  /** Keeps a record as `encodeRecord` returned it, here or for another store. @throws {GridientError} E_STORE. */
  async copy(id: string, text: string): Promise<void> {
    await this.#writing(async () => {
      await this.#log.append(id, text);
      await this.#ignore();
    });
  }

  /** From now on records are read that others have written before. */
  async claim(prefixId: string): Promise<boolean> {
    const isOurs = await this.#writing(() => this.#claims.claim(prefixId));
    if (isOurs) this.#log.expectNews();
    return isOurs;
  }

  release(prefixId: string): Promise<void> {
    this.#claims.release(prefixId);
    return Promise.resolve();
  }

  async close(): Promise<void> {
    await this.#log.close();
    await this.#claims.close();
  }

  /** Keeps git from committing the store along with the results beside it; a file that is there stays. */
  async #ignore(): Promise<void> {
    if (this.#isIgnored) return;
    this.#isIgnored = true;
    const file = join(this.folder, ".gitignore");
    if (!existsSync(file)) await writeWhole(file, "*\n");
  }

  #findSeal(id: string): string | undefined {
    for (const { text } of this.#log.find(id)) {
      const sealed = unseal(text);
      if (sealed) return sealed.seal;
    }
    return undefined;
  }

  /** Returns the record of an older store. */
  #readFile(id: string, damaged: Damage[]): StoredRecord | undefined {
    const file = recordFile(this.folder, id);
    const text = readText(file);
    const decoded = text === undefined ? undefined : decodeRecord(text, id);
    if (decoded?.status === "usable") return decoded.stored;
    if (decoded?.status === "damaged") damaged.push({ place: file, reason: decoded.reason });
    return undefined;
  }

  /** Damaged lines that may have been any trial's, found since the last call. */
  #nameless(): Damage[] {
    return this.#log.takeNameless().flatMap((line) => {
      const decoded = decodeRecord(line.text, "");
      return decoded.status === "damaged" ? { place: line.place, reason: decoded.reason } : [];
    });
  }

  #report(damaged: readonly Damage[]): void {
    for (const { place, reason } of damaged) {
      if (!this.#reported.has(place)) this.#onDamage(place, reason);
      this.#reported.add(place);
    }
  }

  async #writing<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (cause) {
      const message = `Cannot write a record to ${JSON.stringify(this.folder)}`;
      throw new GridientError("E_STORE", message, {
        cause,
        hint: `${cause instanceof Error ? cause.message : String(cause)}; stored records are kept`,
      });
    }
  }
}

/** Not asynchronously, as that takes many times as long for a small file, and there are many. */
function readText(file: string): string | undefined {
  try {
    const facts = statSync(file, { throwIfNoEntry: false }); // an error that is thrown costs more than a look
    return facts?.isFile() ? readFileSync(file, "utf8") : undefined; // reading a pipe would wait for its writer
  } catch {
    return undefined;
  }
}
