/** Bytes that are kept beside what was read last. */
const MOST_KEPT_BYTES = 1 << 28;

/** What was read, and how much memory it takes, about. */
export interface OpenedContent<Of> {
  readonly content: Of;
  readonly bytes: number;
}

/** What one command has read of the files behind its data sets, so that it reads each of them once. */
export class OpenedFiles {
  /** What was asked for last comes last. */
  readonly #known = new Map<string, OpenedContent<unknown>>();

  /**
   * Returns what was read before under the same key, or reads it now.
   * @param key The kind of data, its files with their states, and how they are read. Each kind has one type of content.
   */
  read<Of>(key: string, read: () => OpenedContent<Of>): Of {
    const known = this.#known.get(key) ?? read();
    this.#known.delete(key);
    this.#makeRoom();
    this.#known.set(key, known);
    return known.content as Of; // what `read` gave under this key
  }

  #makeRoom(): void {
    let bytes = 0;
    for (const other of this.#known.values()) bytes += other.bytes;
    for (const [oldest, other] of this.#known) {
      if (bytes <= MOST_KEPT_BYTES) return;
      this.#known.delete(oldest);
      bytes -= other.bytes;
    }
  }
}
