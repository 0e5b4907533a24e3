import type { Axis } from "../spec/experiment.ts";
import type { ConfigurationResult } from "./results.ts";
import { valueText } from "./value-text.ts";

/** Returns the last word of a dotted path where no other axis ends in it, else the whole path. */
export function axisName(path: string, axes: readonly Pick<Axis, "path">[]): string {
  const lastWord = (dotted: string): string => dotted.slice(dotted.lastIndexOf(".") + 1);
  const namesakes = axes.filter((axis) => lastWord(axis.path) === lastWord(path));
  return namesakes.length > 1 ? path : lastWord(path);
}

/** Returns what sets a configuration apart in its grid: "eta = 0.3, hidden = [30]"; without axes, "the only setting". */
export function settingText({ values }: ConfigurationResult, axes: readonly Pick<Axis, "path">[]): string {
  if (axes.length === 0) return "the only setting";
  return axes.map(({ path }, i) => `${axisName(path, axes)} = ${valueText(values[i]!)}`).join(", ");
}
