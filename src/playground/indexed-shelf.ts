import type { Shelf } from "./shelf.ts";

const STORE = "values";

/** Opens a shelf in IndexedDB. @throws {Error} If the browser keeps nothing. */
export async function openShelf(name: string): Promise<Shelf> {
  const opening = indexedDB.open(name, 1);
  opening.addEventListener("upgradeneeded", () => opening.result.createObjectStore(STORE));
  const database = await settled(opening);
  const ask = <Result>(
    mode: IDBTransactionMode,
    question: (store: IDBObjectStore) => IDBRequest<Result>,
  ): Promise<Result> => settled(question(database.transaction(STORE, mode).objectStore(STORE)));
  const known = new Set((await ask("readonly", (store) => store.getAllKeys())).map(String));
  return {
    keys: (start) => [...known].filter((key) => key.startsWith(start)),
    get: (key) => ask<unknown>("readonly", (store) => store.get(key)),
    async put(key, value) {
      await ask("readwrite", (store) => store.put(value, key));
      known.add(key);
    },
    async delete(key) {
      known.delete(key);
      await ask("readwrite", (store) => store.delete(key));
    },
    async clear() {
      known.clear();
      await ask("readwrite", (store) => store.clear());
    },
  };
}

function settled<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("The browser keeps nothing")));
  });
}
