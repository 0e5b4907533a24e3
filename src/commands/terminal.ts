import { createInterface } from "node:readline/promises";

/** Asks a question and returns the line that answers it. @throws {Error} AbortError at Ctrl-C and Ctrl-D. */
export type Ask = (question: string) => Promise<string>;

/** Returns how to ask on a terminal; undefined where input or output is something else. */
export function terminalAsk(input: NodeJS.ReadStream, output: NodeJS.WriteStream): Ask | undefined {
  if (!input.isTTY || !output.isTTY) return undefined;
  return async (question) => {
    const lines = createInterface({ input, output });
    const ended = new AbortController();
    lines.once("close", () => ended.abort());
    try {
      return await lines.question(question, { signal: ended.signal });
    } finally {
      lines.close();
    }
  };
}
