const [PLUS, MINUS, ZERO, NINE, SPACE, TAB] = [0x2b, 0x2d, 0x30, 0x39, 0x20, 0x09] as const;
const [POINT, COMMA, LARGE_E, SMALL_E] = [0x2e, 0x2c, 0x45, 0x65] as const;
const UTF8 = new TextDecoder();
const POWERS = Float64Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));
/** Ten times it and a digit is a whole number below 2^53, so exact. */
const MOST_EXACT = 900_719_925_474_098;

/**
 * Returns the number that bytes spell, as `Number` would round it; NaN where they spell none. Spaces around it do not
 * count, and it has digits on at least one side of its mark.
 * Source: Clinger, "How to Read Floating Point Numbers Accurately" (1990): with at most 15 digits and a power of ten of
 * at most 22 both factors are exact, and one division rounds once.
 *
 * @param mark The byte between whole and fraction: "." or ",".
 */
export function parseNumber(bytes: Uint8Array, start: number, end: number, mark: number): number {
  let at = start;
  while (at < end && isBlank(bytes[at]!)) at++;
  while (end > at && isBlank(bytes[end - 1]!)) end--;
  const sign = bytes[at];
  const first = sign === MINUS || sign === PLUS ? at + 1 : at;
  let whole = 0;
  let places = 0;
  let isFraction = false;
  let digits = 0;
  for (let i = first; i < end; i++) {
    const byte = bytes[i]!;
    if (byte >= ZERO && byte <= NINE) {
      if (whole > MOST_EXACT) return parseSlowly(bytes, at, end, mark);
      whole = whole * 10 + (byte - ZERO);
      digits++;
      if (isFraction) places++;
    } else if (byte === mark && !isFraction) isFraction = true;
    else return byte === LARGE_E || byte === SMALL_E ? parseSlowly(bytes, at, end, mark) : NaN;
  }
  if (digits === 0) return NaN;
  if (places > 22) return parseSlowly(bytes, at, end, mark);
  const size = whole / POWERS[places]!;
  return sign === MINUS ? -size : size;
}

/** Returns the number that a text spells; NaN where it spells none. */
export function numberIn(text: string, decimal: "point" | "comma" = "point"): number {
  const bytes = new TextEncoder().encode(text);
  return parseNumber(bytes, 0, bytes.length, decimal === "comma" ? COMMA : POINT);
}

const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;

/** Long numbers, and those with an exponent. */
function parseSlowly(bytes: Uint8Array, start: number, end: number, mark: number): number {
  const written = UTF8.decode(bytes.subarray(start, end));
  if (mark !== POINT && written.includes(".")) return NaN;
  const text = mark === POINT ? written : written.replaceAll(String.fromCharCode(mark), ".");
  return NUMBER.test(text) ? Number(text) : NaN;
}

function isBlank(byte: number): boolean {
  return byte === SPACE || byte === TAB;
}
