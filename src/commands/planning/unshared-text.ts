import { epochSettings } from "../../spec/configuration/depends-on-epochs.ts";
import { lengthOf } from "../../spec/configuration/length-of.ts";
import type { Plan } from "../../trials/plan.ts";

/** Returns why configurations of different lengths train one by one; "" where none do, or all are equally long. */
export function unsharedText({ configurations }: Plan): string {
  const lengths = new Set(configurations.map(({ configuration }) => lengthOf(configuration)));
  if (lengths.size === 1) return "";
  const settings = configurations.map(({ configuration }) => epochSettings(configuration));
  const reasons = [...new Set(settings.flat())];
  if (reasons.length === 0) return "";
  const count = settings.filter(({ length }) => length > 0).length;
  const which =
    count === settings.length ? "all configurations" : `${count} of ${settings.length} configurations`;
  return `${which} train alone, as what they do depends on their epochs: ${reasons.join(", ")}`;
}
