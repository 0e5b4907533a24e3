import { readFile } from "node:fs/promises";
import type { PrintedVersion } from "../../data/source.ts";
import { makeFolder } from "../../files/make-folder.ts";
import { writeWhole } from "../../files/write-whole.ts";
import { stampId } from "../../store/stamp-file.ts";
import { programNotesFile, shardFolder } from "../../store/store-paths.ts";

/** What the last sweep of an experiment with a program found: what commands that run nothing can say of it. */
export interface ProgramNotes {
  /** What its commands printed. */
  readonly versions?: readonly PrintedVersion[];
  /** How long a trial took, divided by its epochs, on average. */
  readonly secondsPerEpoch?: number;
}

/** Returns the notes about an experiment; none where they cannot be read. */
export async function readProgramNotes(store: string, experimentName: string): Promise<ProgramNotes> {
  const file = programNotesFile(store, stampId(experimentName));
  const text = await readFile(file, "utf8").catch(() => "{}");
  try {
    const { versions, secondsPerEpoch } = JSON.parse(text) as Record<string, unknown>;
    return {
      ...(Array.isArray(versions) && { versions: versions.filter(isPrinted) }),
      ...(isSeconds(secondsPerEpoch) && { secondsPerEpoch }),
    };
  } catch {
    return {}; // cut off
  }
}

/** Adds to the notes about an experiment. Where that fails, less can be said later. */
export async function noteProgram(store: string, experimentName: string, notes: ProgramNotes): Promise<void> {
  const id = stampId(experimentName);
  const all = { ...(await readProgramNotes(store, experimentName)), ...notes };
  await makeFolder(shardFolder(store, id))
    .then(() => writeWhole(programNotesFile(store, id), `${JSON.stringify(all)}\n`))
    .catch(() => undefined);
}

function isSeconds(value: unknown): value is number {
  return typeof value === "number" && value > 0;
}

function isPrinted(value: unknown): value is PrintedVersion {
  if (typeof value !== "object" || value === null) return false;
  const { command, output } = value as Record<string, unknown>;
  return (
    Array.isArray(command) &&
    command.length > 0 &&
    command.every((word) => typeof word === "string") &&
    typeof output === "string"
  );
}
