import { join } from "node:path";
import { makeFolder } from "../files/make-folder.ts";
import { GridientError } from "../errors.ts";
import { writeWhole } from "../files/write-whole.ts";
import { download } from "./download.ts";
import type { PinnedFile } from "../data/mnist/mnist-files.ts";
import { GZIP_BYTES, unpackPinnedFile } from "./pinned-file.ts";

const STALL_MS = 30_000;

type OnDownload = (file: string, receivedBytes: number, totalBytes: number | undefined) => void;

/** How a pinned file is downloaded. */
export interface FetchOptions {
  /** Addresses of folders that hold `NAME.gz`, each ending in "/", in the order in which they are asked. */
  readonly mirrors: readonly string[];
  /** Milliseconds without a byte after which a mirror is given up; default 30,000. */
  readonly stallMs?: number;
  /** Called with the file's name as bytes arrive; `totalBytes` is absent where the server does not say. */
  readonly onDownload?: OnDownload | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The result of a search for a pinned file. */
export interface Search {
  /** Verified and uncompressed; absent if no place had them. */
  readonly contents?: Buffer;
  /** What was wrong with each place that did not have them. */
  readonly tried: readonly string[];
}

/**
 * Downloads a pinned file from the first mirror that delivers it, verifies it and keeps it, uncompressed (it starts
 * faster so), in `options.folder`, where it appears whole or not at all.
 * @throws {GridientError} E_DATA if the folder cannot be written; E_CANCELLED if the signal says so.
 */
export async function fetchVerified(
  file: PinnedFile,
  options: FetchOptions & { readonly folder: string },
): Promise<Search> {
  const tried: string[] = [];
  for (const mirror of options.mirrors) {
    const contents = await fetchFrom(`${mirror}${file.name}.gz`, file, options).catch((error: unknown) => {
      tried.push(error instanceof Error ? error.message : String(error));
    });
    if (options.signal?.aborted) {
      throw new GridientError("E_CANCELLED", `The download of "${file.name}" was cancelled`);
    }
    if (contents) {
      await keep(contents, file, options.folder);
      return { contents, tried };
    }
  }
  return { tried };
}

async function fetchFrom(url: string, file: PinnedFile, options: FetchOptions): Promise<Buffer> {
  const { stallMs = STALL_MS, signal, onDownload } = options;
  const stored = await download(url, {
    limitBytes: file.bytes + GZIP_BYTES,
    stallMs,
    signal,
    onProgress: (received, total) => onDownload?.(file.name, received, total),
  });
  return unpackPinnedFile(file, stored, url);
}

async function keep(contents: Buffer, file: PinnedFile, folder: string): Promise<void> {
  try {
    await makeFolder(folder);
    await writeWhole(join(folder, file.name), contents);
  } catch (cause) {
    const message = `Cannot write "${file.name}" to the cache folder: ${String(cause)}`;
    throw new GridientError("E_DATA", message, { hint: `Make "${folder}" writable`, cause });
  }
}
