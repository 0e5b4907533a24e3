import { visibleText } from "../../text/visible-text.ts";
import { withoutCommands } from "./annotation.ts";
import { isWorkflow, LOG_WIDTH, type Io, type Output } from "./io.ts";

const ESCAPE = "\u001b";
/** Colours as `paintFor` writes them. */
const COLOR = new RegExp(`(${ESCAPE}\\[(?:1|2|22|31|32|33|39)m)`);

/**
 * Returns the surroundings of a command with guarded streams: they write lines of visible text only, even if a file, a name
 * or the environment contains something else. Terminals obey colours only, workflow runners nothing.
 */
export function guardedIo(io: Io, argv: readonly string[] = []): Io {
  const visible = visibleLines(argv);
  const guard = isWorkflow(io) ? (text: string) => withoutCommands(visible(text)) : visible;
  const guarded = (output: Output) => {
    return guardedOutput(output, guard, output.isTTY === true && io.env["TERM"] !== "dumb");
  };
  return { ...io, stdout: guarded(io.stdout), stderr: guarded(io.stderr) };
}

/** @param isTTY Whether it is a terminal that obeys commands; a dumb one is treated as a log is. */
function guardedOutput(output: Output, guard: (text: string) => string, isTTY: boolean): Output {
  const guardLines = isTTY
    ? (text: string) =>
        text
          .split(COLOR)
          .map((part, i) => (i % 2 === 1 ? part : guard(part)))
          .join("")
    : guard;
  return {
    write: (text) => output.write(guardLines(text)),
    unguarded: output,
    isTTY,
    // A window changes its size. One that reports no width at all, as in some CI, is as wide as a log.
    get columns() {
      return output.columns === 0 ? LOG_WIDTH : output.columns;
    },
  };
}

/** Returns a function that makes lines visible; an argument that they quote never starts a new line. */
function visibleLines(argv: readonly string[]): (text: string) => string {
  const broken = argv
    .map((argument) => argument.slice(argument.indexOf("=") + 1))
    .filter((value) => value.includes("\n"));
  return (text) => {
    const whole = broken.reduce((line, value) => line.replaceAll(value, visibleText), text);
    return whole.split("\n").map(visibleText).join("\n");
  };
}
