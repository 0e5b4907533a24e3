import { readFileSync } from "node:fs";
import { packageFile } from "../../files/package-file.ts";
import type { Io } from "../console/io.ts";

/** Prints the schema of an experiment's file, as JSON. Returns the exit code. */
export function schema(io: Io): number {
  io.stdout.write(readFileSync(packageFile("schemas/experiment.schema.json"), "utf8"));
  return 0;
}
