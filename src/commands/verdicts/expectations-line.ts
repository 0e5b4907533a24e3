import { expectationsText } from "../../report/expectations-text.ts";
import type { Results } from "../../results/results.ts";

/** Returns the line of the terminal that counts what holds; empty where nothing is expected. */
export function expectationsLine({ expectations }: Pick<Results, "expectations">): string {
  return expectations.length === 0 ? "" : `${expectationsText(expectations)}\n`;
}
