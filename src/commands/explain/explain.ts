import { GridientError } from "../../errors.ts";
import type { ExplainOptions } from "./explain-options.ts";
import { explainTrial } from "./explain-trial.ts";
import { explainWhere } from "./explain-where.ts";
import type { Io } from "../console/io.ts";

/**
 * Says what set each value of a trial, or one of them, or what became of combinations. Returns the exit code.
 * @throws {GridientError} E_USAGE if neither a trial nor --where is given, or both; if there is no such trial or field.
 */
export async function explain(
  file: string,
  trial: string | undefined,
  path: string | undefined,
  options: ExplainOptions,
  io: Io,
): Promise<number> {
  const isWhere = options.where.length > 0;
  if (isWhere === (trial !== undefined)) {
    const message = `Cannot explain ${file} as either a trial or --where must be given: ${isWhere ? "both" : "neither"} found`;
    throw new GridientError("E_USAGE", message, { hint: "Give a trial's number, or --where eta=3" });
  }
  return isWhere ? explainWhere(file, options, io) : explainTrial(file, { trial: trial!, path }, options, io);
}
