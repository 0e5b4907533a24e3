/** Values by key that outlast the page. */
export interface Shelf {
  /** Returns the keys that begin with a text. */
  keys(start: string): readonly string[];
  get(key: string): Promise<unknown>;
  put(key: string, value: unknown): Promise<void>;
  delete(key: string): Promise<void>;
  clear(): Promise<void>;
}

/** Returns a shelf that forgets everything with its page: where a browser keeps nothing, as in private windows. */
export function memoryShelf(): Shelf {
  const values = new Map<string, unknown>();
  return {
    keys: (start) => [...values.keys()].filter((key) => key.startsWith(start)),
    get: (key) => Promise.resolve(values.get(key)),
    put: (key, value) => Promise.resolve(void values.set(key, value)),
    delete: (key) => Promise.resolve(void values.delete(key)),
    clear: () => Promise.resolve(values.clear()),
  };
}
