import { shownText } from "../results/setting-text.ts";
import type { Origin } from "../spec/explain-experiment.ts";
import { placeText } from "../spec/place-text.ts";
import { oneLine } from "../text/visible-text.ts";
import { plainTable } from "./plain-table.ts";

/**
 * Returns a table of what set each value and where: `line:column` of the spec, other files with their names.
 *
 * @param file The spec.
 */
export function originsText(origins: readonly Origin[], file: string): string {
  const rows = origins.map((origin) => [
    origin.path,
    shownText(origin.value),
    setterText(origin, file),
    whereText(origin, file),
  ]);
  return plainTable([["", "value", "set by", "at"], ...rows], ["left", "left", "left", "left"]);
}

/** Returns what set a value: "default", "axis", "zip budget", "variant deep, axis", "file", "extends", "argument". */
export function setterText({ place, by, isAxis }: Origin, file: string): string {
  if (!place) return "default";
  const rule = by && [by.rule === "variants" ? "variant" : by.rule, by.name].filter(Boolean).join(" ");
  const isListed = isAxis && by?.rule !== "zip";
  return (
    [rule, isListed && "axis"].filter(Boolean).map(String).map(oneLine).join(", ") ||
    sourceWord(place.source.file, file)
  );
}

function sourceWord(source: string, file: string): string {
  if (source === "--set") return "argument";
  return source === file ? "file" : "extends";
}

/** An alias, or a reference, is followed by the place of its value. */
function whereText({ place }: Origin, file: string): string {
  if (!place) return "";
  const { anchor, source, start, end } = place;
  const written = source.text.slice(start, end);
  const isReference = written.includes("${");
  const used = isReference ? ` ${written}` : "";
  return `${placeText(place, file)}${used}${anchor ? ` -> ${placeText(anchor, file)}` : ""}`;
}
