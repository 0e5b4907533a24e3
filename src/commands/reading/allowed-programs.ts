import type { ProgramOptions } from "../../pipeline/programs/program-trainer.ts";
import type { Io } from "../console/io.ts";

/**
 * Returns the consent that a spec starts programs, or undefined: only the user gives it, on the command line or in the
 * package.json of the project, never the spec.
 */
export function allowedPrograms(
  { allowPrograms = false }: { readonly allowPrograms?: boolean },
  { env }: Pick<Io, "env">,
): ProgramOptions["programs"] {
  return allowPrograms ? { environment: env } : undefined;
}
