/**
 * Writes src/spec/experiment-file.ts, the types of a composed spec, from the schema as the built package reads it.
 * @module
 */
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { compile } from "json-schema-to-typescript";
import { EXPERIMENT_SCHEMA } from "../../dist/spec/schema/experiment-schema.js";

const target = new URL("experiment-file.ts", import.meta.url);

/** Returns the text of experiment-file.ts. */
export function generateTypes() {
  return compile(structuredClone(EXPERIMENT_SCHEMA), "ExperimentFile", {
    bannerComment: "/** Generated from schemas/experiment.schema.json by `npm run generate`. @module */",
    ignoreMinAndMaxItems: true,
    style: { printWidth: 110 },
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(target, await generateTypes());
