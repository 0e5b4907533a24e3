/**
 * Measures one part in a process of its own, as what one part has compiled or bound to a core is nothing to the next:
 * part-process.ts PART SIZE OUT.json.
 * @module
 */
import { writeFileSync } from "node:fs";
import { measurePart } from "./measure-part.ts";
import type { Size } from "./part.ts";
import { isPartName } from "./parts.ts";

const [part = "", size = "", file = ""] = process.argv.slice(2);
if (!isPartName(part) || !isSize(size)) throw new Error(`Unknown part or size: ${part} ${size}`);
writeFileSync(file, JSON.stringify(await measurePart(part, size)));

function isSize(size: string): size is Size {
  return size === "full" || size === "quick" || size === "smallest";
}
