import { nodeSystem } from "../../files/node-system.ts";
import { unreadableText } from "../console/error-text.ts";
import { readFileSync, statSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { GridientError } from "../../errors.ts";
import { isInside } from "../../files/is-inside.ts";
import { realPath } from "../../files/real-path.ts";
import { writeWhole } from "../../files/write-whole.ts";
import { fillTables } from "../../report/living-tables.ts";
import type { Problem } from "../../spec/problem.ts";
import { readText } from "../../spec/read-experiment.ts";
import type { Io } from "../console/io.ts";
import { refuseProblems, type Reporter } from "../console/report-problems.ts";

/** Options for filling pages. */
export interface PagesOptions {
  /** Markdown files with marked tables. */
  readonly write: readonly string[];
  /** Write nothing; exit code 1 if a table is stale. */
  readonly check?: boolean;
  readonly reporter: Reporter;
}

/** Fills the marked tables of Markdown files from committed results, or checks that they are current. Returns the exit code. */
export async function fillPages(options: PagesOptions, io: Io): Promise<number> {
  const problems: Problem[] = [];
  const stale: { file: string; text: string }[] = [];
  for (const file of options.write) {
    const before = readPage(file);
    const filled = fillTables(before, file, readSummary);
    problems.push(...filled.problems);
    if (filled.text !== before) stale.push({ file, text: filled.text });
  }
  refuseProblems(problems, options.reporter, io);
  for (const { file, text } of stale) {
    if (!options.check) await writeWhole(file, text);
    io.stdout.write(options.check ? `${file}: its tables are stale\n` : `${file}: tables written\n`);
  }
  return options.check && stale.length > 0 ? 1 : 0;
}

function readPage(file: string): string {
  try {
    if (!statSync(file).isFile()) throw new Error("not a regular file"); // a pipe would never end
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new GridientError("E_USAGE", unreadableText(file, cause), {
      cause,
    });
  }
}

/** Folders of results are named from the current folder, and must be below it. */
function readSummary(folder: string): string | undefined {
  const path = join(folder, "summary.md");
  if (isAbsolute(path) || !isInside(realPath(path), realPath("."))) return undefined;
  const text = readText(path, nodeSystem);
  return typeof text === "string" ? text : undefined;
}
