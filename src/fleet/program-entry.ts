import { relative, sep } from "node:path";
import type { PrintedVersion } from "../data/source.ts";
import { GridientError } from "../errors.ts";
import type { FileDigest } from "../files/digest-files.ts";
import { boundaryOf } from "../files/project.ts";
import { realPath } from "../files/real-path.ts";
import { hashedFiles } from "../trials/hashed-files.ts";
import type { Plan } from "../trials/plan.ts";

/** Trials by which a worker sees whether its own experiment is the same. */
const SAMPLE = 20;

/** What a sweep of a program has in Redis: nothing of it runs. A worker that has the same files runs its own. */
export interface ProgramEntry {
  /** The file of the experiment, from the root of the project. */
  readonly file: string;
  /** From the folder of the experiment. */
  readonly files: readonly FileDigest[];
  readonly versions: readonly PrintedVersion[];
  /** The ids of some trials. */
  readonly sample: readonly string[];
}

/**
 * Returns the entry of a plan of programs.
 * @throws {GridientError} E_USAGE if --set has changed the experiment: a worker reads its own file.
 */
export function programEntry(plan: Plan): ProgramEntry {
  const { file, set, sweep } = plan.experiment;
  if (set !== undefined) {
    const message = `Workers of a fleet read ${file} themselves, so --set cannot change its program`;
    throw new GridientError("E_USAGE", message, { hint: "Write a file that extends it" });
  }
  const step = Math.ceil(plan.trials.length / SAMPLE);
  return {
    file: relative(boundaryOf(sweep.folder.path), realPath(file)).split(sep).join("/"),
    files: hashedFiles(plan),
    versions: sweep.folder.versions ?? [],
    sample: plan.trials.flatMap(({ id }, i) => (i % step === 0 ? [id] : [])),
  };
}

/** Returns whether data from Redis is an entry. */
export function isProgramEntry(data: unknown): data is ProgramEntry {
  if (typeof data !== "object" || data === null) return false;
  const { file, files, versions, sample } = data as Record<string, unknown>;
  return (
    typeof file === "string" &&
    areLists(files, isPair) &&
    areLists(versions, isMap) &&
    areLists(sample, isText)
  );
}

function areLists(data: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(data) && data.every(isItem);
}

function isPair(data: unknown): boolean {
  return Array.isArray(data) && data.length === 2 && data.every(isText);
}

function isMap(data: unknown): boolean {
  return (
    typeof data === "object" && data !== null && areLists((data as { command?: unknown }).command, isText)
  );
}

function isText(data: unknown): boolean {
  return typeof data === "string";
}
