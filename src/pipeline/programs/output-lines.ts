/** Longer lines are cut: metrics do not need them. */
const MOST_LINE = 65_536;
/** Of the output the beginning and the end are kept. */
const HEAD_BYTES = 16_384;
const TAIL_BYTES = 49_152;

/** Cuts the output of a program into lines, and keeps what it printed besides its metrics, within bounds. */
export class OutputLines {
  readonly #onLine: (line: string) => boolean;
  readonly #open = { stdout: new OpenLine(), stderr: new OpenLine() };
  #head = "";
  #tail = "";
  #left = 0;

  /** @param onLine Takes each line of stdout. Returns whether it was one of metrics, which need not be kept. */
  constructor(onLine: (line: string) => boolean) {
    this.#onLine = onLine;
  }

  add(piece: Uint8Array, stream: "stdout" | "stderr"): void {
    for (const line of this.#open[stream].add(piece)) this.#take(line, stream);
  }

  /** Ends the output: an incomplete last line counts as a line. */
  end(): void {
    for (const stream of ["stdout", "stderr"] as const)
      for (const line of this.#open[stream].end()) this.#take(line, stream);
  }

  /** What it printed: the beginning and the end of it. */
  get log(): string {
    const gap = this.#left > 0 ? `... ${this.#left} characters are left out ...\n` : "";
    return `${this.#head}${gap}${this.#tail}`;
  }

  #take(line: string, stream: "stdout" | "stderr"): void {
    if (stream === "stdout" && this.#onLine(line)) return;
    const text = `${line}\n`;
    if (this.#tail === "" && this.#head.length + text.length <= HEAD_BYTES) {
      this.#head += text;
      return;
    }
    this.#tail += text;
    if (this.#tail.length <= 2 * TAIL_BYTES) return;
    this.#left += this.#tail.length - TAIL_BYTES;
    this.#tail = this.#tail.slice(-TAIL_BYTES);
  }
}

/** The line that a stream is in. */
class OpenLine {
  readonly #decoder = new TextDecoder();
  #text = "";

  *add(piece: Uint8Array): Generator<string> {
    const parts = this.#decoder.decode(piece, { stream: true }).split("\n");
    for (const [i, part] of parts.entries()) {
      if (this.#text.length < MOST_LINE) this.#text += part.slice(0, MOST_LINE - this.#text.length);
      if (i === parts.length - 1) return;
      yield this.#text.replace(/\r$/, "");
      this.#text = "";
    }
  }

  *end(): Generator<string> {
    const rest = this.#text + this.#decoder.decode();
    this.#text = "";
    if (rest !== "") yield rest;
  }
}
