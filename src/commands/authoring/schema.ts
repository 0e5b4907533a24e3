import { readFileSync } from "node:fs";
import type { Io } from "../console/io.ts";

/** Prints the schema of an experiment's file, as JSON. Returns the exit code. */
export function schema(io: Io): number {
  io.stdout.write(readFileSync(new URL("../../../schemas/experiment.schema.json", import.meta.url), "utf8"));
  return 0;
}
