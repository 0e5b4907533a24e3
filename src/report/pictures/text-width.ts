/** Widths of the characters from space to tilde in Helvetica, whose widths Arial shares, in thousandths of the size. */
const WIDTHS = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
  556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
  500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
  556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
  278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
] as const;
const FIRST = 32;
/** Of other characters below U+1100, and of those above, which are wide in many scripts. */
const [OTHER, WIDE] = [650, 1000];
/** Bold letters are wider; so are the fonts of systems without Helvetica and Arial. */
const [BOLD, OTHER_FONTS] = [1.06, 1.03];

/** Returns about how wide a line of text is, in pixels: rather too much than too little, and the same everywhere. */
export function textWidth(text: string, { size = 12, isBold = false } = {}): number {
  let sum = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0)!;
    sum += WIDTHS[code - FIRST] ?? (code < 0x1100 ? OTHER : WIDE);
  }
  return (sum / 1000) * size * OTHER_FONTS * (isBold ? BOLD : 1);
}

/** Returns the lines of a text, each at most so wide where its words allow. */
export function textLines(
  text: string,
  width: number,
  type: { size?: number; isBold?: boolean } = {},
): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)!} ${word}`;
    if (lines.length === 0 || textWidth(longer, type) > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}
