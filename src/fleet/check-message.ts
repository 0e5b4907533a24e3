import { readFileSync } from "node:fs";
import { Ajv2020, type AnySchemaObject, type ValidateFunction } from "ajv/dist/2020.js";
import { packageFile } from "../files/package-file.ts";
import { isConfiguration } from "../spec/schema/is-configuration.ts";
import type { BatchMessage, ReportMessage } from "./messages.ts";
import { FORMAT } from "./names.ts";
import { TRAINER_VERSION } from "../trials/trainer-version.ts";

let validators: Readonly<Record<"batch" | "report", ValidateFunction>> | undefined;

/** Returns a batch that was read from the queue. @throws {Error} If it does not fit the schema, in every part. */
export function checkBatch(data: unknown): BatchMessage {
  const batch = check("batch", data) as BatchMessage;
  for (const { configuration } of batch.jobs) {
    if (!isConfiguration({ ...configuration }))
      throw new Error("a configuration does not fit the schema of experiments");
  }
  return batch;
}

/** Returns a worker's report. @throws {Error} If it is no JSON, or does not fit the schema. */
export function checkReport(text: string): ReportMessage {
  return check("report", JSON.parse(text)) as ReportMessage;
}

function check(kind: "batch" | "report", data: unknown): unknown {
  validators ??= compile();
  const validate = validators[kind];
  if (validate(data)) return data;
  const [error] = validate.errors ?? [];
  throw new Error(`the message does not fit the schema: ${error?.instancePath || "/"} ${error?.message}`);
}

function compile(): NonNullable<typeof validators> {
  const text = readFileSync(packageFile("schemas/fleet.schema.json"), "utf8");
  const schema = JSON.parse(text) as AnySchemaObject & { $id: string };
  const ajv = new Ajv2020({ strict: true, validateSchema: false, code: { optimize: false } }); // a test validates it
  ajv.addSchema(schema);
  const of = (name: string): ValidateFunction =>
    ajv.compile({ $ref: `${schema.$id}#/$defs/${name}`, ...versions });
  const versions = {
    properties: { format: { const: FORMAT }, trainerVersion: { const: TRAINER_VERSION } },
    type: "object",
  };
  return { batch: of("batch"), report: of("report") };
}
