import { figureText } from "../../results/figure-text.ts";

/** Returns a value on an axis: without zeros at the end, "95.00 %" as "95 %". */
export function tickText(metric: string, tick: number): string {
  return figureText(metric, tick).replace(/\.?0+ %$/, " %");
}
