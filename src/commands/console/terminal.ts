import { isatty } from "node:tty";

/** Asks a question and returns the line that answers it. @throws {Error} AbortError at Ctrl-C and Ctrl-D. */
export type Ask = (question: string) => Promise<string>;

/** Returns a function that asks on the terminal; undefined where input or output is not a terminal. */
export function terminalAsk(): Ask | undefined {
  return isatty(0) && isatty(1) ? ask : undefined;
}

async function ask(question: string): Promise<string> {
  const { createInterface } = await import("node:readline/promises"); // most commands ask nothing
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const ended = new AbortController();
  lines.once("close", () => ended.abort());
  try {
    return await lines.question(question, { signal: ended.signal });
  } finally {
    lines.close();
  }
}
