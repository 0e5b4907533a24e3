import { readFile } from "node:fs/promises";
import { writeWhole } from "../../files/write-whole.ts";
import { formatSpec } from "../../spec/format-experiment.ts";
import type { Io } from "../console/io.ts";
import { readersCommand } from "../../text/readers-command.ts";
import { readSpecsAndParts, type ReadOptions } from "../reading/read-specs.ts";
import { refuseProblems } from "../console/report-problems.ts";

/** Options of the command line. */
export interface FormatOptions extends ReadOptions {
  /** Change nothing; list the files that are not in canonical form. */
  readonly check?: boolean;
}

/** Rewrites experiment files in canonical form; none if one has an error. Returns the exit code. */
export async function format(files: readonly string[], options: FormatOptions, io: Io): Promise<number> {
  const { problems } = await readSpecsAndParts(files, options);
  refuseProblems(problems, options.reporter, io);
  let changed = 0;
  for (const file of files) {
    const text = await readFile(file, "utf8");
    const formatted = formatSpec(text);
    if (formatted === text) continue;
    changed += 1;
    if (!options.check) await writeWhole(file, formatted);
    io.stdout.write(options.check ? `${file}: not in canonical form\n` : `${file}: formatted\n`);
  }
  if (options.check && changed > 0) io.stderr.write(`to format: ${readersCommand("format", files)}\n`);
  return options.check && changed > 0 ? 1 : 0;
}
