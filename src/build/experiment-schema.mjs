/**
 * Writes schemas/experiment.schema.json, which editors read, from the table of fields in the built package, and
 * schemas/project.schema.json from that of the settings of a project.
 * @module
 */
import { writeFileSync } from "node:fs";
import { SETTINGS_SCHEMA } from "../../dist/commands/console/project-settings.js";
import { experimentSchema } from "../../dist/fields/experiment-schema.js";
import { schemaText } from "../../dist/fields/schema/schema-text.js";

write("experiment", experimentSchema(true));
write("project", SETTINGS_SCHEMA);

function write(name, schema) {
  writeFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), schemaText(schema));
}
