import { join } from "node:path";
import type { FindPinned } from "../data/source.ts";
import { GridientError } from "../errors.ts";
import { fetchVerified, type FetchOptions, type Search } from "./fetch-verified.ts";
import type { PinnedFile } from "../data/mnist/mnist-files.ts";
import { readPinnedFile } from "./pinned-file.ts";

/** Where pinned files are looked for, in this order: data folder, cache folder, mirrors. */
export interface Places extends FetchOptions {
  /** Folder that the user named; a damaged file in it is an error. */
  readonly dataFolder: string | undefined;
  /** Folder that downloads are kept in; a damaged file in it is fetched again. */
  readonly cacheFolder: string;
}

/** Looks in the folders of a context, below the name of the data set, and then at its mirrors. */
export const findPinned: FindPinned = (files, { name, mirrors }, { dataDir, cacheDir, onDownload, signal }) =>
  findFiles(files, {
    dataFolder: dataDir === undefined ? undefined : join(dataDir, name),
    cacheFolder: join(cacheDir, name),
    mirrors,
    onDownload,
    signal,
  });

/**
 * Returns the verified, uncompressed contents of each file, under the file's key: read from a folder or else
 * downloaded into the cache.
 * @throws {GridientError} E_DATA if a file is damaged in the data folder or found nowhere.
 */
export async function findFiles<Key extends string>(
  files: Readonly<Record<Key, PinnedFile>>,
  places: Places,
): Promise<Record<Key, Buffer>> {
  const searches = await Promise.all(
    Object.entries<PinnedFile>(files).map(async ([key, file]) => {
      return { key, file, local: await searchFolders(file, places) };
    }),
  );
  const found: Record<string, Buffer> = {};
  // One after the other: a first failure leaves no download behind, and progress is that of one file.
  for (const { key, file, local } of searches) {
    const folder = places.cacheFolder;
    const search = local.contents ? local : await fetchVerified(file, { ...places, folder });
    if (!search.contents) throw foundNowhere(file, [...local.tried, ...search.tried], places);
    found[key] = search.contents;
  }
  return found;
}

async function searchFolders(file: PinnedFile, { dataFolder, cacheFolder }: Places): Promise<Search> {
  const tried: string[] = [];
  if (dataFolder !== undefined) {
    const contents = await readPinnedFile(file, dataFolder);
    if (contents) return { contents, tried };
    tried.push(absentFrom(dataFolder));
  }
  try {
    const contents = await readPinnedFile(file, cacheFolder);
    if (contents) return { contents, tried };
    tried.push(absentFrom(cacheFolder));
  } catch (error) {
    tried.push(error instanceof Error ? error.message : String(error));
  }
  return { tried };
}

function absentFrom(folder: string): string {
  return `No such file, plain or with .gz, in "${folder}"`;
}

function foundNowhere(file: PinnedFile, tried: readonly string[], { cacheFolder }: Places): GridientError {
  const list = tried.map((fault) => `\n  ${fault}`).join("");
  const elsewhere = "or into DIR/mnist and name DIR with --data-dir or GRIDIENT_DATA_DIR";
  return new GridientError("E_DATA", `File not found in any folder or mirror: ${file.name}${list}`, {
    hint: `Put it and the other files of the data set, plain or with .gz, into "${cacheFolder}", ${elsewhere}`,
  });
}
