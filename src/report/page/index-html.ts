import { escapeHtml, htmlDocument } from "./html-document.ts";
import type { Answer } from "./page-data.ts";

/** One experiment of a folder of results. */
export interface IndexEntry {
  readonly name: string;
  readonly answer: Answer;
  /** The address of its page; absent where there is none. */
  readonly link?: string;
}

/** Returns a page that lists experiments with their answers. It runs no script. */
export function indexHtml(folder: string, entries: readonly IndexEntry[], style: string): string {
  const items = entries.map(entryHtml).join("\n");
  const body = `<main>
<span class="brand">gridient</span>
<h1>${escapeHtml(folder)}</h1>
${entries.length > 0 ? items : "<p>No results yet.</p>"}
</main>`;
  return htmlDocument({ title: `gridient: ${folder}`, style, body });
}

function entryHtml({ name, answer, link }: IndexEntry): string {
  const title = escapeHtml(name);
  const heading = link === undefined ? title : `<a href="${escapeHtml(link)}">${title}</a>`;
  const hint = link === undefined ? `<p class="muted">No page yet: gridient report ${title}</p>` : "";
  const further = [answer.further, ...(answer.uncertain ?? [])].filter((text) => text !== "").join(" ");
  return `<section>
<h2>${heading}</h2>
<p><strong>${escapeHtml(answer.emphasized)}</strong>${escapeHtml(answer.rest)}</p>
<p class="muted">${escapeHtml(further)}</p>${hint}
</section>`;
}
