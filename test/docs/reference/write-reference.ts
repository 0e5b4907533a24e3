/**
 * `npm run docs`: writes the pages of docs/reference/ that are generated, AGENTS.md, llms.txt and the diagram of ARCHITECTURE.md.
 * @module
 */
import { readFileSync, writeFileSync } from "node:fs";
import { ROOT } from "../pages.ts";
import { withDiagram } from "./import-diagram.ts";
import { referencePages } from "./reference-pages.ts";

for (const [path, text] of await referencePages()) writeFileSync(`${ROOT}${path}`, text);
const architecture = `${ROOT}ARCHITECTURE.md`;
writeFileSync(architecture, withDiagram(readFileSync(architecture, "utf8")));
