import type { Dataset, DatasetFacts } from "./dataset.ts";
import type { PinnedFile } from "./mnist/mnist-files.ts";
import type { System } from "../files/system.ts";
import type { OpenedFiles } from "./opened-files.ts";

/** Where the files of an experiment's data sets are, and what has been read of them. */
export interface DataFolder {
  /** The folder of the experiment, from which their paths start, as the user names it. */
  readonly path: string;
  /** Where files are. */
  readonly system: System;
  readonly opened: OpenedFiles;
  /** The revision of git whose files identify the trials of programs; absent = the files on disk. */
  readonly revision?: string;
  /** The commands that print what else identifies them; absent = none. */
  readonly versions?: readonly PrintedVersion[];
}

/** A command that prints a version. */
export interface PrintedVersion {
  readonly command: readonly [string, ...string[]];
  /** What it printed; absent where it has not run. */
  readonly output?: string;
}

/** A data set's name with every option filled in; the plain form that a spec resolves to. */
export interface DatasetOptions {
  readonly name: string;
  readonly [option: string]: string | number | boolean | readonly (string | number)[];
}

/** Options of data sets that name files or folders. */
export const PATH_OPTIONS: readonly string[] = ["path", "labels", "testInputs", "testLabels"];

/** Where data may come from and how progress is reported; given by the command line. */
export interface LoadContext {
  /** Folder that holds one folder per data set, from --data-dir or GRIDIENT_DATA_DIR. */
  readonly dataDir: string | undefined;
  /** The user's cache folder for gridient. */
  readonly cacheDir: string;
  /** Called while a file is fetched; `totalBytes` is absent where the server does not say. */
  readonly onDownload?: (file: string, receivedBytes: number, totalBytes: number | undefined) => void;
  readonly signal?: AbortSignal;
  /** Finds files of public data sets; absent = there are none. */
  readonly findPinned?: FindPinned;
}

/**
 * Returns the verified, uncompressed contents of files that are known in advance, under their keys.
 * @throws {GridientError} E_DATA if they are damaged, or found nowhere.
 */
export type FindPinned = <Key extends string>(
  files: Readonly<Record<Key, PinnedFile>>,
  from: { readonly name: string; readonly mirrors: readonly string[] },
  context: LoadContext,
) => Promise<Record<Key, Uint8Array>>;

/** What loads a data set in files: the experiment's folder, too. */
export interface FolderContext extends LoadContext {
  readonly folder: DataFolder;
}

/** One entry of the registry of data sets: how a name and options become facts, a recipe and arrays. */
export interface DatasetSource<Options extends DatasetOptions = DatasetOptions> {
  readonly name: Options["name"];
  /** One line for `data --help` and messages. */
  readonly summary: string;
  /** Classes of images in bytes, which take longer to make than to read: worth keeping in the user's cache folder. */
  readonly isCached?: true;
  /** Returns the options with those that follow from others unless they are written; absent where none does. */
  fill?(options: Options, isWritten: (option: string) => boolean): Options;
  /** @throws {DatasetError} If the data is in files and cannot be read as the options say. */
  facts(options: Options, folder: DataFolder): DatasetFacts;
  /**
   * Everything that determines the arrays, as plain JSON: generator name, version and parameters, or the digests
   * of files. Its hash is the data digest, known without building anything.
   */
  recipe(options: Options, folder: DataFolder): Readonly<Record<string, unknown>>;
  /** Returns the column of numbers to predict if they may be classes, as they are whole and few. */
  possibleClasses?(options: Options, folder: DataFolder): string | undefined;
  /** Returns what is odd about data in files, each in a sentence: what may keep a network from learning. */
  warnings?(options: Options, folder: DataFolder): readonly string[];
  /** Builds or reads the arrays. @throws {GridientError} E_DATA if they cannot be had. */
  load(options: Options, context: FolderContext): Promise<Dataset>;
}

/** A data set that has no files of the user's: it needs no folder. */
export interface BuiltinSource<
  Options extends DatasetOptions = DatasetOptions,
> extends DatasetSource<Options> {
  facts(options: Options): DatasetFacts;
  recipe(options: Options): Readonly<Record<string, unknown>>;
  load(options: Options, context: LoadContext): Promise<Dataset>;
}
