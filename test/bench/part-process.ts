/**
 * Measures one part in a process of its own, as what one part has compiled or bound to a core is nothing to the next:
 * part-process.ts PART SIZE OUT.json. Prints the text, writes the rest.
 * @module
 */
import { writeFileSync } from "node:fs";
import { reachedGoals, type Reached } from "./goals.ts";
import type { Measurement, Size } from "./part.ts";
import { isPartName, PARTS, type Figures, type PartName } from "./parts.ts";

/** What a part's process leaves. */
export interface MeasuredPart<Name extends PartName = PartName> {
  readonly text: string;
  readonly figures: Figures[Name];
  readonly reached: Readonly<Record<string, Reached>>;
}

const [part = "", size = "", file = ""] = process.argv.slice(2);
if (!isPartName(part) || !isSize(size)) throw new Error(`Unknown part or size: ${part} ${size}`);
writeFileSync(file, JSON.stringify(await measurePart(part, size)));

async function measurePart<Name extends PartName>(part: Name, size: Size): Promise<MeasuredPart<Name>> {
  const measurement: Measurement<Figures[Name]> = await PARTS[part].load();
  const figures = await measurement.measure(size);
  return { text: measurement.text(figures), figures, reached: reachedGoals(part, figures) };
}

function isSize(size: string): size is Size {
  return size === "full" || size === "quick" || size === "smallest";
}
