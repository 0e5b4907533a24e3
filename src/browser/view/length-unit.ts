import { createContext, type Context } from "preact";
import type { PageData } from "../../report/page/page-data.ts";
import { lengthUnit } from "../../results/length-unit.ts";

/** What the trials of the page count. */
export const LengthUnit: Context<"epoch" | "step"> = createContext<"epoch" | "step">("epoch");

/** Returns what the trials of some results count. */
export function unitOf({ metrics }: Pick<PageData, "metrics">): "epoch" | "step" {
  return lengthUnit({ metrics: metrics.map((name) => ({ name })) });
}
