import { nodeSystem } from "../../files/node-system.ts";
import { existsSync, statSync } from "node:fs";
import { notedVersions } from "../../pipeline/programs/noted-versions.ts";
import { projectStore } from "../console/project-settings.ts";
import { OpenedFiles } from "../../data/opened-files.ts";
import { readExperimentFile } from "../../spec/read-experiment.ts";
import { errorInFile } from "../../spec/source-text.ts";
import type { ReadingOptions } from "../../spec/read-experiment.ts";
import type { Problem } from "../../spec/problem.ts";
import { isAbsentAt, readRevision } from "./read-revision.ts";
import { planTrials, type Plan } from "../../trials/plan.ts";
import { otherThanSpec } from "../reading/other-than-spec.ts";
import { revisionsIn } from "../reading/revisions.ts";

/** The result of reading a side: no plan where the file does not exist or has errors. */
export interface SideReading {
  readonly plan: Plan | undefined;
  readonly problems: readonly Problem[];
}

/**
 * Reads and plans both sides; problems name the revision with the file. Between revisions the file may
 * be new or removed; otherwise both must exist.
 */
export async function readSides(
  sides: readonly [Side, Side],
  limit: number,
): Promise<[SideReading, SideReading]> {
  const absent = sides.map(isAbsent);
  const oneMayBeAbsent = sides.some(({ revision }) => revision !== undefined) && !absent.every(Boolean);
  const options = { limit, system: nodeSystem, opened: new OpenedFiles() };
  const read = (i: 0 | 1) => (oneMayBeAbsent && absent[i] ? NOTHING : readSide(sides[i], options));
  return [await read(0), await read(1)];
}

const NOTHING: SideReading = { plan: undefined, problems: [] };

function isAbsent({ file, revision }: Side): boolean {
  return revision === undefined ? !existsSync(file) : isAbsentAt(file, revision);
}

async function readSide(side: Side, options: ReadingOptions): Promise<SideReading> {
  const { file, revision } = side;
  const reader = revision === undefined ? {} : { readText: readRevision(revision), revision };
  const other = revision === undefined ? otherThanSpec(file) : undefined;
  const { experiment, problems } = other
    ? { experiment: undefined, problems: [errorInFile(file, other)] }
    : await readExperimentFile(file, { ...options, ...reader });
  const located = problems.map((problem) => ({
    ...problem,
    file: sideTitle({ ...side, file: problem.file }),
  }));
  const known = experiment && (await notedVersions(experiment, projectStore()));
  return { plan: known && planTrials(known), problems: located };
}

/** One of the two specs that are compared. */
interface Side {
  readonly file: string;
  /** Absent for the file as it is on disk. */
  readonly revision?: string;
}

/**
 * Returns what `diff A B` compares: two files, if A is a file; else B at the revision A, or between two revisions `A..B`,
 * where an empty one is HEAD.
 * @throws {GridientError} E_USAGE if a revision begins with "-".
 */
export function diffSides(first: string, file: string): readonly [Side, Side] {
  if (isFile(first)) return [{ file: first }, { file }];
  const [before, after] = revisionsIn(first);
  return [{ file, revision: before }, after === undefined ? { file } : { file, revision: after }];
}

/** Returns the title of a side for messages and headings: `main:experiments/lr.yaml`. */
export function sideTitle({ file, revision }: Side): string {
  return revision === undefined ? file : `${revision}:${file}`;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
