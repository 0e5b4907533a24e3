import type { PinnedFile } from "../data/mnist/mnist-files.ts";
import type { FindPinned } from "../data/source.ts";
import { isGzip, unpackGzip } from "../data/unpack-gzip.ts";
import { GridientError } from "../errors.ts";
import type { System } from "../files/system.ts";
import { joinPath } from "../text/paths.ts";

/** Where the page puts what is dropped. */
const DATA = "data";

/** Returns what finds the files of public data sets among those that the user has dropped. */
export function droppedFiles(system: System): FindPinned {
  return <Key extends string>(
    files: Readonly<Record<Key, PinnedFile>>,
    { name }: { readonly name: string },
  ) => {
    const found = Object.entries<PinnedFile>(files).map(([key, file]) => [key, verified(file, name, system)]);
    return Promise.resolve(Object.fromEntries(found) as Record<Key, Uint8Array>);
  };
}

/** @throws {GridientError} E_DATA if the file is not there, or another one. */
function verified(file: PinnedFile, folder: string, system: System): Uint8Array {
  const folders = [folder, joinPath(DATA, folder), DATA, "."];
  const names = [file.name, `${file.name}.gz`];
  const places = folders.flatMap((each) => names.map((name) => joinPath(each, name)));
  const path = places.find((place) => system.find(place));
  const hint = `Drop it here, plain or with .gz, with the other files of ${folder}`;
  if (path === undefined) throw new GridientError("E_DATA", `File not found: ${file.name}`, { hint });
  const stored = system.read(path);
  const contents = isGzip(stored) ? unpackGzip(stored, system, file.bytes) : stored;
  const sha256 = system.startSha256().update(contents).digest("hex");
  if (sha256 === file.sha256) return contents;
  const message = `${file.name} must have the SHA-256 ${file.sha256} (got ${sha256})`;
  throw new GridientError("E_DATA", message, { hint });
}
