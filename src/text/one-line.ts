/** Returns text whose line breaks, with the blanks around them, are a blank each: a name in a table must not end its row. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s*[\n\v\f\r\u0085\u2028\u2029]\s*/g, " ");
}
