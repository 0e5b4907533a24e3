/** Returns content that code hosts fold below a summary. Both are Markdown already. */
export function detailsMarkdown(summary: string, ...content: readonly string[]): string {
  return [`<details>\n<summary>${summary}</summary>`, ...content, "</details>"].join("\n\n");
}
