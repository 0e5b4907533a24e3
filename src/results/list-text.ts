/** Returns the first few of `texts` and how many more there are: "a; b; and 2 more". */
export function listText(texts: readonly string[], most: number): string {
  const more = texts.length - most;
  return [...texts.slice(0, most), ...(more > 0 ? [`and ${more} more`] : [])].join("; ");
}
