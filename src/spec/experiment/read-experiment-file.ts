import { experimentName, isResultsName } from "./experiment-name.ts";
import type { Problem } from "../problem.ts";
import { readExperiment, type Reading, type ReadingOptions } from "./read-experiment.ts";
import { readText } from "../yaml/read-text.ts";
import type { Statement } from "../source-text.ts";

/** Returns what `readExperiment` makes of a file; what cannot be read as text is a problem like any other. */
export function readExperimentFile(file: string, options: ReadingOptions): Promise<Reading> {
  const name = experimentName(file);
  const read = options.readText ?? readText;
  const text = isResultsName(name) ? read(file) : unusableName(name);
  const reading =
    typeof text === "string"
      ? readExperiment(text, file, options)
      : { experiment: undefined, problems: [unreadable(file, text)] };
  return Promise.resolve(reading);
}

function unusableName(name: string): Statement {
  return {
    message: `Cannot read the file as no part of its name may begin with a dot or hold what cannot be seen: "${name}"`,
    hint: "Rename the file: its results need the name",
  };
}

/** Returns that a file cannot be read as text. */
export function unreadable(file: string, { message, hint }: Statement): Problem {
  const place = { severity: "error", file, line: 1, column: 1, length: 1, sourceLine: "" } as const;
  return hint === undefined ? { ...place, message } : { ...place, message, hint };
}
