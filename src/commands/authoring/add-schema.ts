import type { Command } from "commander";
import { example } from "../console/command-options.ts";
import type { Io } from "../console/io.ts";

/** Adds `schema` to the program; `setCode` takes the exit code. */
export function addSchema(program: Command, io: Io, setCode: (code: number) => void): void {
  program
    .command("schema")
    .description("print the JSON Schema of an experiment's file, for editors and other programs")
    .addHelpText("after", example("gridient schema > experiment.schema.json"))
    .action(async () => setCode((await import("./schema.ts")).schema(io)));
}
