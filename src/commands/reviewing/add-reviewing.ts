import { InvalidArgumentError, type Command } from "commander";
import {
  allowProgramsOption,
  dataDirOption,
  example,
  limitOption,
  positive,
  storeOption,
} from "../console/command-options.ts";
import type { Io } from "../console/io.ts";
import { baselineOfProject } from "../console/project-settings.ts";

/** Adds `review` to the program; `setCode` takes the exit code. */
export function addReview(program: Command, io: Io, setCode: (code: number) => void): void {
  program
    .command("review")
    .description(
      "print what a change does to experiments and their results, as Markdown for a pull request: specs, gains, checks, cost, curves",
    )
    .argument("[files...]", "experiment files, or folders of them (default: all below experiments/)")
    .option("--base <revision>", "git revision before the change (default: the baseline, else HEAD)")
    .option("--check", "also regenerate the results and compare them with the committed ones")
    .option("--verify <n>", "also retrain so many trials of each experiment without the store", count, 0)
    .option("-w, --workers <n>", "threads (default: one for each core)", positive)
    .option("-o, --out <dir>", "folder of the tables", "results")
    .addOption(storeOption())
    .addOption(dataDirOption())
    .addOption(allowProgramsOption())
    .addOption(limitOption())
    .addHelpText("after", example("gridient review --base main", "gridient review --check --verify 3"))
    .action(async (files, { base = baselineOfProject() ?? "HEAD", ...options }) =>
      setCode(await (await import("./review.ts")).review(files, { ...options, base }, io)),
    );
}

/** Adds `comment` to the program; `setCode` takes the exit code. */
export function addComment(program: Command, io: Io, setCode: (code: number) => void): void {
  program
    .command("comment")
    .description(
      "in CI: make a Markdown file the comment of this job on its pull request or merge request, one that every run updates",
    )
    .argument("<file>", "Markdown file")
    .addHelpText("after", example("gridient comment review.md"))
    .action(async (file) => setCode(await (await import("./comment.ts")).comment(file, io)));
}

/** Parses an integer from 0 up. @throws {InvalidArgumentError} If the text is something else. */
function count(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isSafeInteger(value) || value < 0)
    throw new InvalidArgumentError("It must be an integer of at least 0.");
  return value;
}
