import type { Dataset, DatasetFacts } from "./dataset.ts";
import type { OpenedFiles } from "./opened-files.ts";

/** Under it the options of a data set in files know where these are; so that is in no table, file or identity. */
export const FOLDER: unique symbol = Symbol("folder");

/** Where the files of a data set are, and what has been read of them. */
export interface DataFolder {
  /** The folder that their paths start from, as the user names it. */
  readonly path: string;
  readonly opened: OpenedFiles;
}

/** A data set's name with every option filled in; the plain form that a spec resolves to. */
export interface DatasetOptions {
  readonly name: string;
  readonly [option: string]: string | number | boolean | readonly string[];
  readonly [FOLDER]?: DataFolder;
}

/** Options of data sets that name files or folders. */
export const PATH_OPTIONS: readonly string[] = ["path", "labels", "testInputs", "testLabels"];

/** Where data may come from and how progress is told; handed in by the command line. */
export interface LoadContext {
  /** Folder that holds one folder per data set, from --data-dir or GRIDIENT_DATA_DIR. */
  readonly dataDir: string | undefined;
  /** The user's cache folder for gridient. */
  readonly cacheDir: string;
  /** Called while a file is fetched; `totalBytes` is absent where the server does not say. */
  readonly onDownload?: (file: string, receivedBytes: number, totalBytes: number | undefined) => void;
  readonly signal?: AbortSignal;
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
  /** @throws {DatasetError} If the data is in files and cannot be had as the options ask. */
  facts(options: Options): DatasetFacts;
  /**
   * Everything that determines the arrays, as plain JSON: generator name, version and parameters, or the digests
   * of files. Its hash is the data digest, known without building anything.
   */
  recipe(options: Options): Readonly<Record<string, unknown>>;
  /** Returns the column of numbers to predict if they may be classes, as they are whole and few. */
  possibleClasses?(options: Options): string | undefined;
  /** Returns what is odd about data in files, each in a sentence: what may keep a network from learning. */
  warnings?(options: Options): readonly string[];
  /** Builds or reads the arrays. @throws {GridientError} E_DATA if they cannot be had. */
  load(options: Options, context: LoadContext): Promise<Dataset>;
}
