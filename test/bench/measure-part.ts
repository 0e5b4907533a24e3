import { reachedGoals, type Reached } from "./goals.ts";
import type { Measurement, Size } from "./part.ts";
import { PARTS, type Figures, type PartName } from "./parts.ts";
import { DATA, missingTools, type Tool } from "./tools.ts";

/** What measuring a part gives. */
export interface MeasuredPart<Name extends PartName = PartName> {
  readonly text: string;
  readonly figures: Figures[Name];
  readonly reached: Readonly<Record<string, Reached>>;
}

/** Measures a part in this process. */
export async function measurePart<Name extends PartName>(
  part: Name,
  size: Size,
): Promise<MeasuredPart<Name>> {
  const measurement: Measurement<Figures[Name]> = await PARTS[part].load();
  const figures = await measurement.measure(size);
  return { text: measurement.text(figures), figures, reached: reachedGoals(part, figures) };
}

/** Returns the tools that a part needs and this machine lacks. */
export function missingFor(part: PartName, size: Size): Tool[] {
  return missingTools(PARTS[part].needs.filter((tool) => size !== "smallest" || !DATA.includes(tool)));
}
