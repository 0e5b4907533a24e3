// Prints what is wrong with an experiment, with lines and columns: node examples/report-problems.mjs FILE
import { readExperiment, SpecError } from "gridient";

try {
  await readExperiment(process.argv[2] ?? "missing.yaml");
} catch (error) {
  if (!(error instanceof SpecError)) throw error;
  for (const { file, line, column, message, hint } of error.problems) {
    console.log(`${file}:${line}:${column}: ${message}${hint ? ` (${hint})` : ""}`);
  }
  process.exitCode = 2;
}
