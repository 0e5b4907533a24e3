import { fetchVerified, type FetchOptions } from "./fetch-verified.ts";
import { readPinnedFile, type PinnedFile } from "./pinned-file.ts";

/** Where pinned files are looked for, in this order: data folder, cache folder, mirrors. */
export interface Places extends FetchOptions {
  /** Folder that the user named; a damaged file in it is an error. */
  readonly dataFolder?: string;
  /** Folder that downloads are kept in; a damaged file in it is fetched again. */
  readonly cacheFolder: string;
}

/**
 * Returns the verified, uncompressed contents of each file, read from a folder or else downloaded into the cache.
 */
export async function findFiles(files: readonly PinnedFile[], places: Places): Promise<Uint8Array[]> {
  const found = await Promise.all(files.map((file) => findInFolders(file, places)));
  const contents: Uint8Array[] = [];
  for (const [i, file] of files.entries()) {
    contents.push(found[i] ?? (await fetchVerified(file, places.cacheFolder, places)));
  }
  return contents;
}

async function findInFolders(file: PinnedFile, places: Places): Promise<Uint8Array | undefined> {
  const { dataFolder, cacheFolder } = places;
  const own = dataFolder === undefined ? undefined : await readPinnedFile(file, dataFolder);
  return own ?? (await readPinnedFile(file, cacheFolder).catch(() => undefined));
}
