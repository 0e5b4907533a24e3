/**
 * What a command finds of its experiments, in the one form from which the terminal, JUnit and a workflow are told.
 * @module
 */
import type { CommittedComparison } from "../../pipeline/compare-committed.ts";
import { expectationsText } from "../../report/expectations-text.ts";
import type { Results, ExpectationResult } from "../../results/results.ts";
import type { Experiment } from "../../spec/experiment.ts";
import type { Problem } from "../../spec/problem.ts";
import { errorAt } from "../../spec/source-text.ts";
import { readersCommand } from "../../text/readers-command.ts";
import { paintFor, type Io } from "../console/io.ts";

/** One thing that had to be so. */
export interface Case {
  readonly name: string;
  readonly status: "passed" | "failed" | "skipped";
  /** What was found, in words. */
  readonly found: string;
  /** Where it is written, if it failed and is written somewhere. */
  readonly problem?: Problem;
}

/** What a command finds of one experiment. */
export interface Verdict {
  readonly experiment: Experiment;
  /** Nothing was found out. */
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

/** Returns a case for each difference between committed and regenerated results, or one that there is none. */
export function differenceCases(differences: readonly string[]): Case[] {
  const name = "the committed results are the same";
  if (differences.length === 0) return [{ name, status: "passed", found: "same bytes" }];
  return differences.map((found) => ({ name, status: "failed", found }));
}

/** Returns the line of the terminal that counts what holds; empty where nothing is expected. */
export function expectationsLine({ expectations }: Pick<Results, "expectations">): string {
  return expectations.length === 0 ? "" : `${expectationsText(expectations)}\n`;
}

/** Says that results lack the pictures of models, and how to get them. */
export function undrawnText({ name, file, set }: Experiment, reason: string): string {
  const command = set === undefined ? readersCommand("report", [file]) : readersCommand("sweep", [file], set);
  return `warning: The results of ${name} lack pictures of its models: ${reason}\n  to draw them: ${command}\n`;
}

/** Returns that not all pictures are drawn as a case, if so. */
export function undrawnCases(reason: string | undefined): Case[] {
  return reason === undefined ? [] : [{ name: "every picture is drawn", status: "failed", found: reason }];
}

/** Returns that an expectation does not hold, at its line: what must be so, and what was found. */
function expectationProblem({ expectation, expected, found }: ExpectationResult): Problem {
  const { because, place } = expectation;
  const what = because === undefined ? "the expectation" : JSON.stringify(because);
  return errorAt(place, {
    code: "expectation-not-met",
    message: `Cannot confirm ${what} as ${expected}: ${found}`,
  });
}

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
