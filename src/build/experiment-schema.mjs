/**
 * Writes schemas/experiment.schema.json, which editors read, from the table of fields in the built package.
 * @module
 */
import { writeFileSync } from "node:fs";
import { experimentSchema } from "../../dist/fields/experiment-schema.js";
import { schemaText } from "../../dist/fields/schema/schema-text.js";

writeFileSync(
  new URL("../../schemas/experiment.schema.json", import.meta.url),
  schemaText(experimentSchema(true)),
);
