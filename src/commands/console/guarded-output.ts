import { visibleText } from "../../text/visible-text.ts";
import { withoutCommands } from "./annotation.ts";
import { isWorkflow, type Io, type Output } from "./io.ts";

const ESCAPE = "\u001b";
/** Colours as `paintFor` writes them. */
const COLOR = new RegExp(`(${ESCAPE}\\[(?:1|2|22|31|32|33|39)m)`);

/**
 * Returns what a command may touch, its streams guarded: whatever comes from a file, a name or the environment, what
 * is written is lines of visible text. No terminal obeys it but for colours, and no workflow's runner.
 */
export function guardedIo(io: Io): Io {
  const guard = isWorkflow(io) ? (text: string) => withoutCommands(visibleLines(text)) : visibleLines;
  return { ...io, stdout: guardedOutput(io.stdout, guard), stderr: guardedOutput(io.stderr, guard) };
}

function guardedOutput(output: Output, guard: (text: string) => string): Output {
  const guardLines = output.isTTY
    ? (text: string) =>
        text
          .split(COLOR)
          .map((part, i) => (i % 2 === 1 ? part : guard(part)))
          .join("")
    : guard;
  return {
    write: (text) => output.write(guardLines(text)),
    unguarded: output,
    isTTY: output.isTTY === true,
    // a window changes its size
    get columns() {
      return output.columns;
    },
  };
}

function visibleLines(text: string): string {
  return text.split("\n").map(visibleText).join("\n");
}
