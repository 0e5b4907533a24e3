import type { About } from "../results/board.ts";
import { paragraphsOf } from "../text/paragraphs.ts";

/** Returns the description of an experiment and its notes as one text for tools that have one field for both. */
export function aboutText({ description = "", notes = "" }: About): string {
  return [...paragraphsOf(description), ...paragraphsOf(notes)].join("\n\n");
}
