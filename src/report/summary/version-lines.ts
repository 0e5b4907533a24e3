import type { Experiment } from "../../spec/experiment.ts";
import { shellWord } from "../../text/shell-word.ts";
import { oneLine, visibleText } from "../../text/visible-text.ts";

/** A command that prints a version, and what it printed, each on a line. */
export interface VersionLine {
  readonly command: string;
  readonly output: string;
}

/** Returns the versions that identify the trials of an experiment's program. */
export function versionLines({ sweep }: Pick<Experiment, "sweep">): VersionLine[] {
  const { versions = [] } = sweep.folder;
  return versions.map(({ command, output = "not known" }) => ({
    command: command.map(shellWord).join(" "),
    output: visibleText(oneLine(output)),
  }));
}
