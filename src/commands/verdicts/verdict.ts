/**
 * What a command found about its experiments, in one form for the terminal, JUnit and workflows.
 * @module
 */
import { capitalized } from "../../text/counted.ts";
import type { CommittedComparison } from "../../pipeline/compare-committed.ts";
import { expectationsText } from "../../report/expectations-text.ts";
import type { Results, ExpectationResult } from "../../results/results.ts";
import type { Experiment } from "../../spec/experiment.ts";
import type { Problem } from "../../spec/problem.ts";
import { errorAt } from "../../spec/source-text.ts";
import { statement } from "../../statement.ts";
import { readersCommand } from "../../text/readers-command.ts";
import { paintFor, type Io } from "../console/io.ts";

/** A rule and whether it holds. */
export interface Case {
  readonly name: string;
  readonly status: "passed" | "failed" | "skipped";
  /** What was found, in words. */
  readonly found: string;
  /** The place of the rule, if it failed and has one. */
  readonly problem?: Problem;
}

/** What a command found about one experiment. */
export interface Verdict {
  readonly experiment: Experiment;
  /** The work was stopped, so nothing is known. */
  readonly cancelled: boolean;
  readonly cases: readonly Case[];
  readonly results?: Results;
}

/** Returns a case for each expectation of an experiment. */
export function expectationCases({ expectations }: Pick<Results, "expectations">): Case[] {
  return expectations.map((result) => {
    const { expectation, expected, holds, found } = result;
    const { because } = expectation;
    const name = because === undefined ? expected : `${because}: ${expected}`;
    if (holds === undefined) return { name, status: "skipped", found };
    if (holds) return { name, status: "passed", found };
    return { name, status: "failed", found, problem: expectationProblem(result) };
  });
}

/** Returns a case for each difference between committed and regenerated results, or one case if there is none. */
export function differenceCases(
  differences: readonly string[],
  name = "the committed results are the same",
): Case[] {
  if (differences.length === 0) return [{ name, status: "passed", found: "same bytes" }];
  return differences.map((found) => ({ name, status: "failed", found }));
}

/** Returns the line of the terminal that counts what holds; empty where nothing is expected. */
export function expectationsLine({ expectations }: Pick<Results, "expectations">): string {
  return expectations.length === 0 ? "" : `${expectationsText(expectations)}\n`;
}

/** Returns the warning that pictures of models are missing, and how to draw them. */
export function undrawnText({ name, file, set }: Experiment, reason: string): string {
  const command = set === undefined ? readersCommand("report", [file]) : readersCommand("sweep", [file], set);
  return `warning: The results of ${name} have no pictures of models: ${reason}\n  to draw them: ${command}\n`;
}

/** Returns the case that not all pictures were drawn, if so. */
export function undrawnCases(reason: string | undefined): Case[] {
  return reason === undefined ? [] : [{ name: "every picture is drawn", status: "failed", found: reason }];
}

/** Returns a failed expectation as a problem at its line. */
function expectationProblem({ expectation, expected, found }: ExpectationResult): Problem {
  const { because, place } = expectation;
  const rule = because === undefined ? capitalized(expected) : `${because}: ${expected}`;
  return errorAt(place, statement("expectation-not-met", `${rule} (got ${found})`));
}

/** Results, and their comparison with the committed ones. */
interface Compared extends CommittedComparison {
  readonly results: Results;
}

/** Prints whether the committed results equal the regenerated ones; returns the verdict. */
export function checkVerdict({ folder, differences, tolerated, results }: Compared, io: Io): Verdict {
  const { experiment } = results;
  const paint = paintFor(io.stdout, io.env);
  if (differences.length === 0) {
    const same = tolerated === undefined ? "same bytes" : `within tolerance (${tolerated})`;
    io.stdout.write(`${paint.green(same)}  ${folder}\n`);
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
