import { nodeSystem } from "../../files/node-system.ts";
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { GridientError } from "../../errors.ts";
import { makeFolder } from "../../files/make-folder.ts";
import { experimentName, isResultsName } from "../../spec/experiment-name.ts";

/**
 * Refuses a path for a new experiment where a file is already, or whose results could have no folder.
 *
 * @param otherwise The command that writes to another file.
 * @throws {GridientError} E_USAGE.
 */
export function refuseTarget(file: string, otherwise: string): void {
  if (existsSync(file)) throw alreadyExists(file, otherwise);
  if (isResultsName(experimentName(file, nodeSystem))) return;
  throw new GridientError(
    "E_USAGE",
    `No part of an experiment's name may begin with a dot or contain invisible characters (got ${file})`,
  );
}

/** Writes a new file. @throws {GridientError} E_USAGE if it exists, E_STORE if the system refuses. */
export async function writeNew(file: string, text: string, otherwise: string): Promise<void> {
  try {
    await makeFolder(dirname(file));
    await writeFile(file, text, { flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    if (error.code === "EEXIST") throw alreadyExists(file, otherwise);
    throw new GridientError("E_STORE", `Cannot write ${JSON.stringify(file)}: ${error.message}`);
  }
}

function alreadyExists(file: string, otherwise: string): GridientError {
  return new GridientError("E_USAGE", `File already exists: ${file}`, {
    hint: `Choose another name: ${otherwise}`,
  });
}
