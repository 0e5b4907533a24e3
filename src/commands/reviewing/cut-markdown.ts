/** What code hosts fold. */
const FOLD = /^<(\/?)details>$/gm;

/**
 * Returns Markdown of at most so many characters: a longer text ends at the end of a paragraph or a row, parts that are
 * folded are closed, and a note says so.
 */
export function cutMarkdown(markdown: string, longest: number, note: string): string {
  if (markdown.length <= longest) return markdown;
  let end = longest - note.length - 2;
  for (;;) {
    const kept = wholeLines(markdown.slice(0, Math.max(end, 0)));
    const closed = `${kept}${"\n\n</details>".repeat(openFolds(kept))}\n\n${note}\n`;
    if (closed.length <= longest || kept === "") return closed.slice(0, longest);
    end = kept.length - 1;
  }
}

/** Returns text without its last line, which may be cut, and without the start of a table that has no rows. */
function wholeLines(text: string): string {
  return text
    .slice(0, Math.max(0, text.lastIndexOf("\n")))
    .replace(/\n\|[^\n]*\|\n\|[ :|-]+\|$/, "")
    .replace(/\n<details>(\n<summary>[^\n]*)?\n*$/, "")
    .trimEnd();
}

function openFolds(text: string): number {
  return [...text.matchAll(FOLD)].reduce((open, [, end]) => Math.max(0, open + (end === "" ? 1 : -1)), 0);
}
