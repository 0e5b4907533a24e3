import type { DatePart } from "../../data/table/reading/writing/date-writing.ts";
import type { NumberEncoding } from "../../data/table/encoding.ts";

const PARTS: Readonly<Record<DatePart, string>> = {
  year: "year",
  month: "month (1 to 12)",
  day: "day of the month",
  weekday: "day of the week (Monday is 1, Sunday 7)",
  hour: "hour (13.5 is 13:30)",
};

/** Returns which part of which dates an input takes, in words; undefined where it takes numbers. */
export function partText({ writing }: NumberEncoding): string | undefined {
  if (writing?.kind !== "date") return undefined;
  return `the ${PARTS[writing.part]} of the dates in ${JSON.stringify(writing.column)}`;
}
