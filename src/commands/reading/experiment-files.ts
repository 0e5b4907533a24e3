import { readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { GridientError } from "../../errors.ts";
import { projectRoot } from "../../files/project.ts";
import { isPart } from "../../spec/check-part.ts";
import { readersCommand } from "../../text/readers-command.ts";

const SPEC_FILE = /\.ya?ml$/i;
/** Folders that do not contain experiments of a project. */
const SKIPPED = /(?:^|[\\/])(?:\.|node_modules(?:[\\/]|$))/;

/**
 * Returns the files that a command line names, those in the folders that it names, or else every experiment of the project;
 * parts of others, whose names begin with `_`, only where they are named.
 */
export function experimentFiles(named: readonly string[]): readonly string[] {
  if (named.length > 0) return named.flatMap(filesAt);
  return filesBelow(experimentsFolder());
}

/** Returns what `experimentFiles` does. @throws {GridientError} E_USAGE where the project has no experiment. */
export function someExperimentFiles(named: readonly string[]): readonly string[] {
  const files = experimentFiles(named);
  if (files.length > 0) return files;
  throw new GridientError("E_USAGE", `No experiment files found below ${experimentsFolder()}`, {
    hint: `Name some, or write a first one: ${readersCommand("init", [])}`,
  });
}

/** A folder without experiments is passed on; its reader reports what is in it. */
function filesAt(path: string): readonly string[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
  const files = filesBelow(path);
  return files.length > 0 ? files : [path];
}

function experimentsFolder(): string {
  return relative(".", join(projectRoot() ?? ".", "experiments")) || ".";
}

function filesBelow(folder: string): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((path) => SPEC_FILE.test(path) && !SKIPPED.test(path) && !isPart(path))
    .map((path) => join(folder, path))
    .toSorted();
}
