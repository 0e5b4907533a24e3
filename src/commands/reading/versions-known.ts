import { knowVersions } from "../../pipeline/programs/know-versions.ts";
import type { Experiment } from "../../spec/experiment.ts";
import { SpecError } from "../../spec/spec-error.ts";
import type { Io } from "../console/io.ts";
import { problemsError, type Reporter } from "../console/report-problems.ts";
import { allowedPrograms } from "./allowed-programs.ts";

/**
 * Returns a function that runs the commands of an experiment that print versions, if the user allows it, and prints what is
 * wrong with them.
 */
export function versionsKnown(
  options: { readonly allowPrograms?: boolean; readonly reporter: Reporter },
  io: Io,
): (experiment: Experiment) => Promise<Experiment> {
  const programs = allowedPrograms(options, io);
  return (experiment) =>
    knowVersions(experiment, { programs }).catch((error: unknown) => {
      throw error instanceof SpecError ? problemsError(error.problems, options.reporter, io) : error;
    });
}
