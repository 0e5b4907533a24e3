import type { Checkpoint } from "../training/checkpoint.ts";
import type { KeptModel } from "../training/model-keeper.ts";
import type { Portrait } from "../training/portraits/portrait.ts";
import type { MetricSeries } from "../training/record.ts";
import type { NewRecord, StoredRecord } from "./stored-record.ts";

/** The parts of a store that training uses; other processes may use it, too. */
export interface TrialStore {
  /** Returns the record of a trial, or undefined where there is none that can be used. */
  read(id: string): Promise<StoredRecord | undefined>;
  /** Returns the latest checkpoint that fits, or undefined. */
  findCheckpoint(prefixId: string, query: CheckpointQuery): Promise<Checkpoint | undefined>;
  /** Returns whether weights were kept at all these epochs. */
  hasWeights(prefixId: string, epochs: readonly number[]): boolean;
  /**
   * Puts the files that the program of a shorter trial left into an empty folder: those of the latest checkpoint that
   * fits. Returns the epoch that they are of, and what was reported until then; undefined where there are none.
   */
  restoreFolder(prefixId: string, query: FolderQuery, folder: string): Promise<KeptFolder | undefined>;
  /**
   * Keeps the files that the program of a trial left in a folder, whole or not at all. Returns why they cannot be kept;
   * undefined where they are. @throws {GridientError} E_STORE.
   */
  keepFolder(prefixId: string, kept: KeptFolder, folder: string): Promise<string | undefined>;
  /** Keeps a record: it is durable once the promise is fulfilled. @throws {GridientError} E_STORE. */
  write(record: NewRecord): Promise<void>;
  /** Returns whether the trials of a prefix are ours to train; false while another process is at it. */
  claim(prefixId: string): Promise<boolean>;
  /** Gives a claimed prefix back. */
  release(prefixId: string): Promise<void>;
  /** Gives all claims back. */
  close(): Promise<void>;
}

/** A store as a whole sweep uses it: also what pictures and searches keep there. */
export interface Records extends TrialStore {
  /** Returns the trainer versions of which there are records that this one cannot use. */
  otherVersions(): Promise<readonly number[]>;
  /** Returns a digest of the records of trials; undefined where one has none, or it is not known. */
  digestOf(ids: readonly string[]): string | undefined;
  /** Returns what was kept at exactly that epoch, or undefined. */
  checkpointAt(prefixId: string, epoch: number): Promise<Checkpoint | undefined>;
  /** Keeps weights of a trial that has a record, unless they are there. @throws {GridientError} E_STORE. */
  keep(prefixId: string, model: KeptModel, series: MetricSeries): Promise<void>;
  /** Removes weights that are not needed. */
  dropWeights(prefixId: string, epoch: number): Promise<void>;
  /** Returns the portrait of a trial at the epoch of a label, or undefined. */
  readPortrait(trialId: string, kept: string): Promise<Portrait | undefined>;
  writePortrait(portrait: Portrait, kept: string): Promise<void>;
}

/** Which checkpoint is of use. */
export interface CheckpointQuery {
  /** Its last allowed epoch. */
  readonly atMost: number;
  /** Names of metrics that must have been measured. */
  readonly metrics: readonly string[];
  /** Every epoch before it must have been kept as well. */
  readonly all: boolean;
}

/** Which files of a program are of use. */
export interface FolderQuery {
  /** They are of an epoch before that one. */
  readonly before: number;
  /** Names of metrics that must have been reported. */
  readonly metrics: readonly string[];
}

/** The end of a trial from which its program can continue. */
export interface KeptFolder {
  readonly epoch: number;
  /** What was reported of each epoch until then, index = epoch. */
  readonly series: MetricSeries;
}
