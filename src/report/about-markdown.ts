import type { About } from "../results/board.ts";
import { paragraphsOf } from "../text/paragraphs.ts";
import { escapeMarkdown } from "./markdown.ts";

/** Returns the tags of an experiment as a line of Markdown; empty without any. */
export function tagsMarkdown({ tags = [] }: About): string {
  return tags.length === 0 ? "" : escapeMarkdown(`Tags: ${tags.join(", ")}`);
}

/** Returns the section with the notes on an experiment; empty without any. */
export function notesMarkdown({ notes = "" }: About): string {
  const paragraphs = paragraphsOf(notes).map(escapeMarkdown);
  return paragraphs.length === 0 ? "" : ["## Notes", ...paragraphs].join("\n\n");
}
