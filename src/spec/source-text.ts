import { clipText } from "../text/clip-text.ts";
import type { Problem } from "./problem.ts";
import type { Statement } from "../statement.ts";

/** A text and the offsets of its lines, so that problems can point into it. */
export interface SourceText {
  /** The file as the user named it. */
  readonly file: string;
  readonly text: string;
  /** Offset at which each line starts. */
  readonly lineStarts: readonly number[];
}

/** A stretch of a text. */
export interface Place {
  readonly source: SourceText;
  readonly start: number;
  /** Offset of the first character behind it. */
  readonly end: number;
  /** Where the value itself is written, if this is the alias that repeats it. */
  readonly anchor?: Place;
}

/** Longer messages quote a value that no one reads to its end. */
const LONGEST_MESSAGE = 1003;

/** Returns a text that can be pointed into. */
export function sourceText(text: string, file: string): SourceText {
  const lineStarts = [0];
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) lineStarts.push(end + 1);
  return { file, text, lineStarts };
}

/** Returns an error at a place. */
export function errorAt(place: Place, statement: Statement): Problem {
  return problemAt(place, "error", statement);
}

/** Returns an error about a whole file: it cannot be read, or not together with others. */
export function errorInFile(file: string, statement: Statement): Problem {
  return errorAt({ source: sourceText("", file), start: 0, end: 0 }, statement);
}

/** Returns a warning at a place. */
export function warningAt(place: Place, statement: Statement): Problem {
  return problemAt(place, "warning", statement);
}

/** Returns the line and column of a place, both from 1. */
export function lineAndColumn({ source, start }: Place): { line: number; column: number } {
  const { lineStarts } = source;
  let line = 1;
  let last = lineStarts.length;
  while (line < last) {
    const middle = (line + last + 1) >> 1;
    if (lineStarts[middle - 1]! <= start) line = middle;
    else last = middle - 1;
  }
  return { line, column: start - lineStarts[line - 1]! + 1 };
}

function problemAt(place: Place, severity: Problem["severity"], statement: Statement): Problem {
  const { code, message, found, allowed, hint } = statement;
  const { file } = place.source;
  const { line, column } = lineAndColumn(place);
  const sourceLine = lineText(place.source, line);
  const length = Math.max(1, Math.min(place.end - place.start, sourceLine.length - column + 1));
  return {
    severity,
    code,
    file,
    line,
    column,
    length,
    message: clipText(message, LONGEST_MESSAGE, "...") + anchorNote(place, file),
    ...(found !== undefined && { found: clipText(found, LONGEST_MESSAGE, "...") }),
    ...(allowed !== undefined && { allowed }),
    sourceLine,
    ...(hint !== undefined && { hint }),
  };
}

function lineText({ text, lineStarts }: SourceText, line: number): string {
  const end = line < lineStarts.length ? lineStarts[line]! - 1 : text.length;
  return text.slice(lineStarts[line - 1], text[end - 1] === "\r" ? end - 1 : end);
}

function anchorNote({ anchor }: Place, file: string): string {
  if (!anchor) return "";
  const { line, column } = lineAndColumn(anchor);
  const other = anchor.source.file === file ? "" : `${anchor.source.file}:`;
  return ` (its anchor is at ${other}${line}:${column})`;
}
