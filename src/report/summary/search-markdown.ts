import type { Results } from "../../results/results.ts";
import { markdownTable } from "../markdown.ts";
import type { Picture } from "../pictures/picture.ts";
import { searchTable } from "../tables/search-table.ts";
import { pictureMarkdown } from "./picture-markdown.ts";

/** Returns the section with the rungs, looks or generations of a search; empty for a grid. */
export function searchMarkdown(results: Results, pictures: readonly Picture[]): string {
  const table = searchTable(results);
  const content = [
    ...(pictures.length > 0 ? [pictureMarkdown(pictures)] : []),
    ...(table
      ? [
          markdownTable(
            table.headings.map((heading) => `${heading}:`),
            table.rows,
          ),
        ]
      : []),
    ...(table && table.note !== "" ? [table.note] : []),
  ];
  return content.length === 0 ? "" : ["## How the search went", ...content].join("\n\n");
}
