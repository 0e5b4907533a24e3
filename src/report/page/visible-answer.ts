import { visibleText } from "../../text/visible-text.ts";
import type { Answer } from "./page-data.ts";

/** Returns an answer of which every character can be seen. */
export function visibleAnswer({
  emphasized = "",
  rest = "",
  further = "",
  uncertain = [],
}: Partial<Answer>): Answer {
  return {
    emphasized: visibleText(emphasized),
    rest: visibleText(rest),
    further: visibleText(further),
    uncertain: uncertain.map(visibleText),
  };
}
