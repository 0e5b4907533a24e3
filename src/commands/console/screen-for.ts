import { ASCII, UNICODE, type Glyphs } from "../../terminal/glyphs.ts";
import { DARK } from "../../report/pictures/colors.ts";
import type { Screen } from "../../terminal/screen.ts";
import { LOG_WIDTH, paintFor, type Io, type Output } from "./io.ts";

/** Returns what is known about the screen of a stream: no pictures in pipes and files, no colours where they are switched off. */
export function screenFor(output: Output, env: Io["env"]): Screen {
  const paint = paintFor(output, env);
  const width = output.columns ?? LOG_WIDTH;
  if (!output.isTTY) return { paint, width };
  return { paint, width, glyphs: glyphsFor(env), ...(!env["NO_COLOR"] && { inColor: inTerminalColor }) };
}

/** Nearly every terminal has these 256 colours: a cube of six steps each of red, green and blue begins at 16. */
function inTerminalColor(text: string, color: string): string {
  return `\u001b[38;5;${terminalColor(color)}m${text}\u001b[39m`;
}

/** Terminals are light or dark: the mean of a colour and its counterpart is visible on both. */
function terminalColor(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const [light, dark] = [color, DARK.get(color) ?? color].map((hex) =>
      Number.parseInt(hex.slice(at, at + 2), 16),
    ) as [number, number];
    return Math.round(((light + dark) / 2 / 255) * 5);
  }) as [number, number, number];
  return 16 + 36 * red + 6 * green + blue;
}

/** In POSIX, the first of these variables that is not empty names the character set. Windows has others. */
export function glyphsFor(env: Io["env"]): Glyphs {
  const locale = env["LC_ALL"] || env["LC_CTYPE"] || env["LANG"] || "";
  return /utf-?8/i.test(locale) || env["WT_SESSION"] ? UNICODE : ASCII;
}
