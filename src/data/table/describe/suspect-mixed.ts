import { clipText } from "../../../text/clip-text.ts";
import { counted } from "../../../text/counted.ts";
import { visibleText } from "../../../text/visible-text.ts";
import type { Subject } from "./subject.ts";
import { otherWriting } from "./suspect-words.ts";
import type { Found } from "./suspicion.ts";

/** Returns that a column of numbers has texts among them, how many, and where the first one is. */
export function suspectMixed({ column, facts }: Subject): Found | undefined {
  const { first, count, onlyWord } = column.misfits;
  if (column.kind === "category" || !first) return undefined;
  const texts = `${counted(facts.present, "number")}, ${counted(count, "text")}`;
  const shown = JSON.stringify(visibleText(clipText(first.text, 40, "...")));
  const options = otherWriting(column.misfits.texts);
  if (options) {
    const written = options.map((option) => `${option}: [${column.name}]`).join(" and ");
    const message = `${texts} that are numbers in another writing, the first ${shown}: write ${written}`;
    return { kind: "writtenNumbers", message, options };
  }
  const advice =
    onlyWord === undefined
      ? "name it below categories or ignore, or correct it"
      : `if it stands for a missing value, write missingWords: [${JSON.stringify(onlyWord)}]`;
  const at = first.place ? ` at line ${first.place.line}` : "";
  const message = `${texts}, the first${at}: ${shown}; ${advice}`;
  const isRare = count * 20 <= facts.present;
  const strays = isRare ? column.misfits.strays : [];
  return {
    kind: "mixed",
    message,
    ...(onlyWord !== undefined && { word: onlyWord }),
    ...(strays.length > 0 && { strays }),
  };
}
