import { clipText } from "../../../text/clip-text.ts";
import { counted } from "../../../text/counted.ts";
import { visibleText } from "../../../text/visible-text.ts";
import type { NumberFacts } from "./column-facts.ts";
import type { Subject } from "./subject.ts";
import { otherWriting } from "./suspect-words.ts";
import type { Found } from "./suspicion.ts";

/** Of fewer different values none is far from the others. */
const FEWEST_DIFFERENT = 10;

/** Returns what is odd about numbers: codes with zeros before them, or a far value that comes again. */
export function suspectNumbers({ column, facts: { numbers } }: Subject): Found | undefined {
  if (!numbers) return undefined;
  if (numbers.leadingZeros > 0)
    return {
      kind: "leadingZeros",
      message: `${numbers.leadingZeros} values begin with 0, as codes do: name it below categories if they are no numbers`,
    };
  const far = farValue(numbers);
  if (far === undefined) return undefined;
  const count = far === numbers.min ? numbers.minCount : numbers.maxCount;
  const message = `${far}, far from all other values, occurs ${count} times: if it means a missing value, write missingWords: ["${far}"]`;
  return { kind: "farValue", message, ...(column.kind === "number" && { word: String(far) }) };
}

/** A least or largest whole number that comes again, farther from the next one than all others are from each other. */
function farValue(facts: NumberFacts): number | undefined {
  const { min, max, second, beforeLast, minCount, maxCount, few } = facts;
  if (few !== undefined && few.length < FEWEST_DIFFERENT) return undefined;
  if (minCount > 1 && Number.isInteger(min) && second - min > max - second) return min;
  if (maxCount > 1 && Number.isInteger(max) && max - beforeLast > beforeLast - min) return max;
  return undefined;
}

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
      : `if it means a missing value, write missingWords: [${JSON.stringify(onlyWord)}]`;
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
