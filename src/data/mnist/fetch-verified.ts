import { GridientError } from "../../errors.ts";
import type { PinnedFile } from "./pinned-file.ts";

export interface FetchOptions {
  readonly mirrors: readonly string[];
  readonly onDownload?: (file: string, receivedBytes: number, totalBytes: number | undefined) => void;
  readonly signal?: AbortSignal;
}

export async function fetchVerified(
  file: PinnedFile,
  _folder: string,
  _options: FetchOptions,
): Promise<Uint8Array> {
  throw new GridientError("E_DATA", `Cannot find "${file.name}"`);
}
