import { stepped, type Choice, type ImportedValue } from "./imported-sweep.ts";

/** Functions that make several values of one, but for those below. */
const OTHER_SWEEPS = /\b(glob|sort|shuffle|tag|choice|range|interval)\s*\(/;
/** A whole number, or one with a fraction or an exponent, as Hydra's grammar has them. */
const NUMBER = /^[-+]?(?:(?:0|[1-9]\d*)\.?|(?:0|[1-9]\d*)?\.\d+)(?:[eE][-+]?\d+)?$/;
/** Words that mean the same without quotes. */
const PLAIN_WORD = /^[A-Za-z_][\w/.-]*$/;
const NOT_A_WORD = /^(?:true|false|null|inf|nan)$/i;
const OPENING = "([{";
const CLOSING = ")]}";

/** What the value of an override is: several values, one (undefined), or what cannot be an experiment's. */
export type HydraValue = Choice | { readonly refused: string } | undefined;

/** Returns what the text behind `key=` means in a multirun. */
export function hydraValue(text: string): HydraValue {
  const parts = splitAtCommas(text);
  if (!parts) return { refused: "has a bracket or a quote without its partner" };
  if (parts.length > 1) {
    if (parts.some((part) => OTHER_SWEEPS.test(part))) return { refused: "has a function among its values" };
    return { values: parts.map(valueOf) };
  }
  const [, name = "", inner = ""] = /^\s*([A-Za-z_]\w*)\s*\((.*)\)\s*$/s.exec(text) ?? [];
  const words = name === "" ? undefined : splitAtCommas(inner);
  if (!words) return OTHER_SWEEPS.test(text) && !/^\s*['"]/.test(text) ? refusedFunction(text) : undefined;
  switch (name) {
    case "choice":
      if (words.some((word) => OTHER_SWEEPS.test(word))) return refusedFunction(text);
      return { values: words.map(valueOf) };
    case "range":
      return rangeOf(words);
    case "interval":
      return intervalOf(words);
    case "tag":
      return taggedOf(words) ?? refusedFunction(text);
    default: // int(3.7) is one value, which Hydra itself computes
      return words.length > 1 || OTHER_SWEEPS.test(text) ? refusedFunction(text) : undefined;
  }
}

function refusedFunction(text: string): HydraValue {
  return { refused: `has a function that an experiment does not have: ${text.trim()}` };
}

/** range(stop), range(start, stop) or range(start, stop, step), also by these names; stop is not one of the values. */
function rangeOf(words: readonly string[]): HydraValue {
  const [first, second, third] = numbersIn(words, ["start", "stop", "step"]);
  const isStop = first !== undefined && second === undefined;
  const [start, stop, step = 1] = isStop ? [0, first, third] : [first ?? 0, second, third];
  if (stop === undefined || step === 0 || [start, stop, step].some(Number.isNaN))
    return { refused: "must have numbers, and a step other than 0" };
  return { values: stepped(start, step, Math.max(0, Math.ceil((stop - start) / step))) };
}

function intervalOf(words: readonly string[]): HydraValue {
  const [from, to] = numbersIn(words, ["start", "end"]);
  if (from === undefined || to === undefined || !(from < to))
    return { refused: "must have two numbers, the smaller one first" };
  return {
    spread: (count) => ({ linspace: { from, to, count } }),
    what: `an interval from ${from} to ${to}`,
    drawn: { from: { uniform: { from, to } } },
  };
}

/** tag(log, interval(0.001, 1)): every order of magnitude is equally likely. */
function taggedOf(words: readonly string[]): HydraValue {
  const [tag = "", text = "", ...others] = words.map((word) => word.trim());
  const [, inner] = /^interval\s*\((.*)\)$/s.exec(text) ?? [];
  if (tag !== "log" || inner === undefined || others.length > 0) return undefined;
  const [from, to] = numbersIn(splitAtCommas(inner) ?? [], ["start", "end"]);
  if (from === undefined || to === undefined || !(0 < from && from < to))
    return { refused: "must have two numbers above 0, the smaller one first" };
  return {
    spread: (count) => ({ logspace: { from, to, count } }),
    what: `an interval from ${from} to ${to} by its logarithm`,
    drawn: { from: { logUniform: { from, to } } },
  };
}

/** Returns numbers that are given in order or by name; NaN for what is no number. */
function numbersIn(words: readonly string[], names: readonly string[]): (number | undefined)[] {
  const numbers: (number | undefined)[] = names.map(() => undefined);
  for (const [i, word] of words.entries()) {
    const [, name, text = word.trim()] = /^\s*([a-z]+)\s*=\s*(.*)$/.exec(word) ?? [];
    const place = name === undefined ? i : names.indexOf(name);
    if (place < 0 || place >= names.length) return [NaN, NaN, NaN];
    numbers[place] = NUMBER.test(text.trim()) ? Number(text) : NaN;
  }
  return numbers;
}

/** Returns a number, true or false, or the text to pass on, with the quotes that Hydra needs. */
function valueOf(part: string): ImportedValue {
  const text = part.trim();
  const number = Number(text);
  if (NUMBER.test(text) && Number.isFinite(number) && !Object.is(number, -0)) return number;
  if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === "true";
  const [, , inside = ""] = /^(['"])(.*)\1$/s.exec(text) ?? [];
  return PLAIN_WORD.test(inside) && !NOT_A_WORD.test(inside) ? inside : text;
}

/** Cuts a text at its commas outside of quotes and brackets; undefined if one of these has no partner. */
function splitAtCommas(text: string): string[] | undefined {
  const parts = [""];
  const open: string[] = [];
  let quote = "";
  for (let i = 0; i < text.length; i++) {
    const character = text[i] ?? "";
    const isEscape = character === "\\" && i + 1 < text.length;
    if (isEscape) i++;
    else if (quote !== "") quote = character === quote ? "" : quote;
    else if (character === "'" || character === '"') quote = character;
    else if (OPENING.includes(character)) open.push(character);
    else if (CLOSING.includes(character)) {
      if (open.pop() !== OPENING[CLOSING.indexOf(character)]) return undefined;
    } else if (character === "," && open.length === 0) {
      parts.push("");
      continue;
    }
    parts[parts.length - 1] += isEscape ? character + (text[i] ?? "") : character;
  }
  return quote === "" && open.length === 0 ? parts : undefined;
}
