import type { Experiment } from "../../spec/experiment.ts";
import { readersCommand } from "../console/readers-command.ts";
import type { Case } from "../verdicts/verdict.ts";

/** Says that results lack the pictures of models, and how to get them. */
export function undrawnText({ name, file, set }: Experiment, reason: string): string {
  const command = set === undefined ? readersCommand("report", [file]) : readersCommand("sweep", [file], set);
  return `warning: The results of ${name} lack pictures of its models: ${reason}\n  to draw them: ${command}\n`;
}

/** Returns that not all pictures are drawn as a case, if so. */
export function undrawnCases(reason: string | undefined): Case[] {
  return reason === undefined ? [] : [{ name: "every picture is drawn", status: "failed", found: reason }];
}
