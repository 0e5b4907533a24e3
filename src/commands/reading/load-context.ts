import { homedir } from "node:os";
import { cacheFolder } from "../../downloads/cache-folder.ts";
import { findPinned } from "../../downloads/find-files.ts";
import type { LoadContext } from "../../data/source.ts";
import { sendCommand, type Io } from "../console/io.ts";

/** Returns the sources of data sets: --data-dir, else GRIDIENT_DATA_DIR, and the user's cache. */
export function loadContext(dataDir: string | undefined, io: Io, signal?: AbortSignal): LoadContext {
  return {
    dataDir: dataDir ?? (io.env["GRIDIENT_DATA_DIR"] || undefined),
    cacheDir: cacheFolder(io.env, process.platform, homedir()),
    onDownload: downloadReporter(io),
    findPinned,
    ...(signal && { signal }),
  };
}

/** Returns a progress callback: a redrawn line on a terminal, one line for each file elsewhere. */
function downloadReporter({ stderr }: Io): NonNullable<LoadContext["onDownload"]> {
  const announced = new Set<string>();
  return (file, received, total) => {
    const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
    const of = total === undefined ? "" : ` of ${megabytes(total)}`;
    if (stderr.isTTY) {
      sendCommand(stderr, "\r\u001b[K");
      stderr.write(`downloading ${file}: ${megabytes(received)}${of}${received === total ? "\n" : ""}`);
    } else if (!announced.has(file)) {
      stderr.write(`downloading ${file}${total === undefined ? "" : ` (${megabytes(total)})`}\n`);
    }
    announced.add(file);
  };
}
