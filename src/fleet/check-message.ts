import type { ValidateFunction } from "ajv/dist/2020.js";
import { isConfiguration } from "../fields/is-configuration.ts";
import type { BatchMessage, ProgramsMessage, ReportMessage } from "./messages.ts";
import { VERSIONS, type Versions } from "./names.ts";
import { validateBatch, validatePrograms, validateReport } from "../validators/fleet.ts";

const versionNames = Object.keys(VERSIONS) as (keyof Versions)[];

/** Returns a batch that was read from the queue. @throws {Error} If it does not fit the schema, in every part. */
export function checkBatch(data: unknown): BatchMessage {
  const batch = check(validateBatch, data) as BatchMessage;
  for (const { configuration } of batch.jobs) {
    if (!isConfiguration({ ...configuration }))
      throw new Error("a configuration does not fit the schema of experiments");
  }
  return batch;
}

/** Returns a batch of programs that was read from the queue. @throws {Error} If it does not fit the schema. */
export function checkPrograms(data: unknown): ProgramsMessage {
  return check(validatePrograms, data) as ProgramsMessage;
}

/** Returns a worker's report. @throws {Error} If it is not JSON, or does not fit the schema. */
export function checkReport(text: string): ReportMessage {
  return check(validateReport, JSON.parse(text)) as ReportMessage;
}

function check(validate: ValidateFunction, data: unknown): unknown {
  const [error] = validate(data) ? [] : validate.errors!;
  if (error) throw misfit(error.instancePath || "/", error.message!);
  const versions = data as Versions; // the schema says so
  const other = versionNames.find((name) => versions[name] !== VERSIONS[name]);
  if (other) throw misfit(`/${other}`, "must be equal to constant");
  return data;
}

function misfit(place: string, rule: string): Error {
  return new Error(`the message does not fit the schema: ${place} ${rule}`);
}
