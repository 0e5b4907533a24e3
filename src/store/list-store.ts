import { statSync, type Stats } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { logFacts } from "./log/log-name.ts";
import { LOGS, storeFileOf, VERSION_FOLDER, versionFolder, type StoreFile } from "./store-paths.ts";

/** A file of a store. */
export interface ListedFile {
  readonly path: string;
  readonly bytes: number;
  /** `foreign`: of another trainer version, of no use to this one. `claim`: of a sweep. */
  readonly file: StoreFile | { readonly kind: "foreign" | "claim" };
}

/** Yields every file of a store in the order of names; keeps only the names of one folder in memory. */
export async function* listStore(store: string): AsyncGenerator<ListedFile> {
  for (const name of await namesIn(store)) {
    const folder = join(store, name);
    if (name === "claims") yield* filesIn(folder, () => ({ kind: "claim" }));
    if (!VERSION_FOLDER.test(name)) continue;
    const isOurs = folder === versionFolder(store);
    for (const shard of await namesIn(folder)) {
      const kindOf = shard === LOGS ? logOrLeftover : storeFileOf;
      yield* filesIn(join(folder, shard), isOurs ? kindOf : () => ({ kind: "foreign" }));
    }
  }
}

function logOrLeftover(name: string): StoreFile {
  return { kind: logFacts(name) ? "log" : "temporary" };
}

async function* filesIn(
  folder: string,
  kindOf: (name: string) => ListedFile["file"],
): AsyncGenerator<ListedFile> {
  for (const name of await namesIn(folder)) {
    const path = join(folder, name);
    const facts = factsOf(path);
    if (facts?.isFile()) yield { path, bytes: facts.size, file: kindOf(name) };
  }
}

/** Not asynchronously, as that takes many times as long, and there are many. */
function factsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined; // gone meanwhile
  }
}

async function namesIn(folder: string): Promise<string[]> {
  const names: string[] = await readdir(folder).catch(() => []);
  return names.toSorted();
}
