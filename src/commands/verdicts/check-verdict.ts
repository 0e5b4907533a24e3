import type { CommittedComparison } from "../../pipeline/compare-committed.ts";
import type { Results } from "../../results/results.ts";
import { paintFor, type Io } from "../console/io.ts";
import { readersCommand } from "../../text/readers-command.ts";
import { differenceCases, expectationCases, type Verdict, expectationsLine } from "./verdict.ts";

/** Results, and how the committed ones compare. */
interface Compared extends CommittedComparison {
  readonly results: Results;
}

/** Says whether committed results are those that were regenerated; returns the verdict. */
export function checkVerdict({ folder, differences, results }: Compared, io: Io): Verdict {
  const { experiment } = results;
  const paint = paintFor(io.stdout, io.env);
  if (differences.length === 0) {
    io.stdout.write(`${paint.green("same bytes")}  ${folder}\n`);
  } else {
    const lines = differences.map((line) => `  ${line}\n`).join("");
    const command = readersCommand("sweep", [experiment.file], experiment.set);
    io.stdout.write(
      `${paint.red("different")}   ${folder}\n${lines}  to accept the new results: ${command}\n`,
    );
  }
  io.stdout.write(expectationsLine(results));
  const cases = [...differenceCases(differences), ...expectationCases(results)];
  return { experiment, cancelled: false, cases, results };
}
