/**
 * Problems as workflow commands of GitHub Actions, which show them at their line of a pull request.
 * Source of the grammar: docs.github.com, "Workflow commands for GitHub Actions"; its parser is ActionCommand.cs in
 * the repository actions/runner.
 * @module
 */
import type { Problem } from "../../spec/problem.ts";
import { visibleText } from "../../text/visible-text.ts";

/** Returns the workflow command, in one line, that annotates a problem's place. */
export function annotation({ severity, file, line, column, length, message, hint }: Problem): string {
  const properties = { file, line, col: column, endColumn: column + length - 1, title: "gridient" };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  const text = hint === undefined ? message : `${message}\n${hint}`;
  return visibleText(`::${severity} ${list.join(",")}::${escapeData(text)}`);
}

/** Returns the workflow command, in one line, that shows a notice on the page of a run. */
export function notice(text: string): string {
  return visibleText(`::notice title=gridient::${escapeData(text)}`);
}

/** Returns text for a log in which workflow commands, in the old form or the new, are inactive. */
export function withoutCommands(text: string): string {
  return text.replace(/^\s*::|##\[/gm, (start) => `${start.slice(0, -1)} ${start.at(-1)}`);
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
