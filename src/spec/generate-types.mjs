/**
 * Writes src/spec/experiment-file.ts, the types of what a user may write, from the schema.
 * @module
 */
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { compileFromFile } from "json-schema-to-typescript";

const schema = new URL("../../schemas/experiment.schema.json", import.meta.url);
const target = new URL("experiment-file.ts", import.meta.url);

/** Returns the text of experiment-file.ts. */
export function generateTypes() {
  return compileFromFile(fileURLToPath(schema), {
    bannerComment: "/** Generated from schemas/experiment.schema.json by `npm run generate`. @module */",
    ignoreMinAndMaxItems: true,
    style: { printWidth: 110 },
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(target, await generateTypes());
