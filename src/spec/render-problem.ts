import { visibleText } from "../text/visible-text.ts";

import type { Problem } from "./problem.ts";

/** How parts of a message are set off; each function returns its text with or without colour. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly red: (text: string) => string;
  readonly dim: (text: string) => string;
}

const PLAIN: Paint = { bold: asIs, red: asIs, dim: asIs };

/** Longest stretch of a source line that is shown. */
const WIDTH = 100;

/**
 * Returns a problem as text without a final line break: `file:line:column: error: message`, the source line with a
 * caret line below it, and the hint. Nothing quoted from a file can steer a terminal.
 */
export function renderProblem(problem: Problem, paint: Paint = PLAIN): string {
  const { severity, file, line, column, message, hint } = problem;
  const position = paint.bold(`${visibleText(file)}:${line}:${column}:`);
  const heading = `${position} ${paint.red(`${severity}:`)} ${visibleText(message)}`;
  const lines = [heading, ...frame(problem, paint)];
  if (hint !== undefined) lines.push(`${paint.dim("hint:")} ${visibleText(hint)}`);
  return lines.join("\n");
}

function frame({ line, column, length, sourceLine }: Problem, paint: Paint): string[] {
  if (sourceLine === "") return [];
  const number = String(line);
  const from = column > WIDTH - 20 ? column - 21 : 0;
  const shown = visibleText(sourceLine.slice(from, from + WIDTH));
  const carets = "^".repeat(Math.max(1, Math.min(length, from + WIDTH - column + 1)));
  const gutter = (text: string) => paint.dim(` ${text.padStart(number.length)} |`);
  return [`${gutter(number)} ${shown}`, `${gutter("")} ${" ".repeat(column - 1 - from)}${paint.red(carets)}`];
}

function asIs(text: string): string {
  return text;
}
