import type { Schema } from "../../../fields/schema/schema.ts";
import { isValid } from "../../../fields/schema/is-valid.ts";

/** Returns what to write instead of a text in the notation of another language; undefined if it is not in it. */
type Slip = (text: string, fits: (value: number | string) => boolean) => string | undefined;

/** What other languages begin a comment with. */
const COMMENTED = /^(.*?\S)\s+(?:\/\/|\/\*|--|;|%)\s*(\S.*?)(?:\s*\*\/)?$/;

const SLIPS: readonly Slip[] = [
  function comment(text, fits) {
    const [, value = "", words = ""] = COMMENTED.exec(text) ?? [];
    return fits(wordOf(value)) ? `Write ${value} # ${words}: a comment begins with #` : undefined;
  },
  function mark(text, fits) {
    const [, value = ""] = /^(.+)[,;]$/.exec(text) ?? [];
    return fits(wordOf(value)) ? `Write ${value}, without the mark after it` : undefined;
  },
  function percent(text, fits) {
    const [, digits = ""] = /^(\d+(?:\.\d+)?) ?%$/.exec(text) ?? [];
    const share = rounded(Number(digits) / 100);
    if (digits === "") return undefined;
    if (fits(share)) return `Write ${share}, which is ${digits} %`;
    return fits(Number(digits)) ? `Write ${digits}, without %` : undefined;
  },
  function thousands(text, fits) {
    const [, before = "", after = ""] = /^([1-9]\d{0,2})((?:,\d{3})+)$/.exec(text) ?? [];
    const digits = before + after.replaceAll(",", "");
    const fraction = `${before}.${after.slice(1)}`;
    const ways = [digits, ...(after.length === 4 ? [fraction] : [])].filter(
      (way) => way !== "" && fits(Number(way)),
    );
    if (ways.length === 0) return undefined;
    return ways.length === 1
      ? `Write ${digits}, without the comma`
      : `Write ${digits} if the comma separates thousands, ${fraction} if it is a decimal mark`;
  },
  function quotes(text, fits) {
    const [, inner = ""] = /^[“”„‘’«»"'`](.+)[“”„‘’«»"'`]$/.exec(text) ?? [];
    return fits(wordOf(inner)) ? `Write ${inner}, without the quotes` : undefined;
  },
  function power(text, fits) {
    const [, base = "", exponent = ""] = /^(\d+) ?(?:\^|\*\*) ?([-+]?\d+)$/.exec(text) ?? [];
    const value = base === "10" ? Number(`1e${exponent}`) : NaN;
    return fits(value) ? `Write ${value}: a value is a number, not a formula` : undefined;
  },
  function fraction(text, fits) {
    const [, over = "", under = ""] = /^(\d+(?:\.\d+)?) ?\/ ?(\d+(?:\.\d+)?)$/.exec(text) ?? [];
    const value = rounded(Number(over) / Number(under));
    return under !== "" && fits(value) ? `Write ${value}: a value is a number, not a formula` : undefined;
  },
];

/** Returns what to write instead of a text in the notation of another language, where that fits a schema. */
export function slipHint(text: string, schema: Schema): string | undefined {
  const fits = (value: number | string): boolean => value !== "" && isValid(schema, value);
  for (const slip of SLIPS) {
    const hint = slip(text.trim(), fits);
    if (hint !== undefined) return hint;
  }
  return undefined;
}

function wordOf(text: string): number | string {
  return /^[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d+)?$/i.test(text) ? Number(text) : text;
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
