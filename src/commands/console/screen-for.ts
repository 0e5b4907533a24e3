import { ASCII, UNICODE, type Glyphs } from "../../report/terminal/glyphs.ts";
import type { Screen } from "../../report/terminal/screen.ts";
import { LOG_WIDTH, paintFor, type Io, type Output } from "./io.ts";

/** Returns what is known about the screen of a stream: no pictures in pipes and files, no colours where they are switched off. */
export function screenFor(output: Output, env: Io["env"]): Screen {
  const paint = paintFor(output, env);
  const width = output.columns ?? LOG_WIDTH;
  return output.isTTY ? { paint, width, glyphs: glyphsFor(env) } : { paint, width };
}

/** In POSIX, the first of these variables that is not empty names the character set. Windows has others. */
export function glyphsFor(env: Io["env"]): Glyphs {
  const locale = env["LC_ALL"] || env["LC_CTYPE"] || env["LANG"] || "";
  return /utf-?8/i.test(locale) || env["WT_SESSION"] ? UNICODE : ASCII;
}
