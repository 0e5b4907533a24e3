import type { Io } from "../console/io.ts";
import { machineRates } from "./machine-rates.ts";
import type { ReadOptions } from "../reading/read-specs.ts";
import { refuseProblems } from "../console/report-problems.ts";
import { diffJson, diffMarkdown, diffText } from "./diff-text.ts";
import { diffSides, sideTitle, readSides } from "./read-sides.ts";
import { differenceOf } from "./difference.ts";

/** Options for reading specs and printing their difference. */
export interface DiffOptions extends Pick<ReadOptions, "limit" | "reporter"> {
  readonly json?: boolean;
  readonly markdown?: boolean;
}

/**
 * Prints which trials only one of two specs has: two files, or one file at a git revision and on disk, or at two
 * revisions. Returns the exit code, 0 also where they differ.
 * @throws {GridientError} E_USAGE if a revision begins with "-".
 */
export async function diff(first: string, file: string, options: DiffOptions, io: Io): Promise<number> {
  const sides = diffSides(first, file);
  const [before, after] = await readSides(sides, options.limit);
  refuseProblems([...before.problems, ...after.problems], options.reporter, io);
  const difference = differenceOf(before.plan, after.plan, await machineRates(io));
  const print = options.json ? diffJson : options.markdown ? diffMarkdown : diffText;
  io.stdout.write(print(difference, [sideTitle(sides[0]), sideTitle(sides[1])]));
  return 0;
}
