import { escapeMarkdown } from "../markdown.ts";
import type { Picture } from "../pictures/picture.ts";

/** Returns pictures as Markdown, each above its caption; empty for none. */
export function pictureMarkdown(pictures: readonly Picture[]): string {
  return pictures
    .map(({ name, alt, caption }) => {
      return `![${escapeMarkdown(alt)}](plots/${name}.svg)\n\n*${escapeMarkdown(caption)}.*`;
    })
    .join("\n\n");
}
