import { counted } from "../../text/counted.ts";
import { escapeHtml, htmlDocument } from "./html-document.ts";
import type { PageAssets } from "./page-assets.ts";
import type { Answer } from "./page-data.ts";

/** One experiment of a folder of results. Every character of its texts can be seen. */
export interface IndexEntry {
  readonly name: string;
  readonly answer: Answer;
  /** The address of its page; absent where there is none. */
  readonly link?: string;
  /** The address of a picture of it; absent where there is none. */
  readonly picture?: string;
  /** What a form sends to name it. */
  readonly value: string;
  readonly badges: readonly Badge[];
  /** What was varied, and how much was trained. */
  readonly facts: readonly string[];
  /** Paragraphs; absent without any. */
  readonly notes?: readonly string[];
  /** Further words that a search finds. */
  readonly words: readonly string[];
}

/** A word on how an experiment ended. */
export interface Badge {
  readonly look: "good" | "bad" | "plain";
  readonly text: string;
}

/** Returns a page that lists experiments with their answers. */
export function indexHtml(
  folder: string,
  entries: readonly IndexEntry[],
  { style, script }: Pick<PageAssets, "style" | "script">,
): string {
  const body = `<main>
<span class="brand">gridient</span>
<h1>${escapeHtml(folder)}</h1>
${entries.length > 0 ? listHtml(entries) : "<p>No results yet.</p>"}
</main>`;
  const title = `gridient: ${folder}`;
  return htmlDocument({ title, style, body, links: "'self'", ...(entries.length > 0 && { script }) });
}

function listHtml(entries: readonly IndexEntry[]): string {
  return `<form action="compare">
<div class="tools" id="tools" hidden>
<input type="search" id="search" placeholder="Search names, answers, settings" aria-label="Search experiments">
<span class="muted" role="status"><span id="count"></span></span>
<button type="submit" id="compare">Compare the two that are ticked</button>
</div>
<p class="muted">${counted(entries.length, "experiment")}</p>
<ul class="entries">
${entries.map(entryHtml).join("\n")}
</ul>
</form>`;
}

function entryHtml(entry: IndexEntry): string {
  const { name, answer, link, picture, value, facts, notes = [] } = entry;
  const title = escapeHtml(name);
  const heading = link === undefined ? title : `<a href="${escapeHtml(link)}">${title}</a>`;
  const image =
    picture === undefined
      ? ""
      : `<img class="thumbnail" src="${escapeHtml(picture)}" alt="" loading="lazy" decoding="async">`;
  const remarks = notes.map((note) => `<p class="muted">${escapeHtml(note)}</p>`).join("");
  const hint = link === undefined ? `<p class="muted">No page yet: gridient report ${title}</p>` : "";
  return `<li class="entry" data-text="${escapeHtml(searchedText(entry))}">
<h2>${heading}</h2>
${badgesHtml(entry)}${image}
<p><strong>${escapeHtml(answer.emphasized)}</strong>${escapeHtml(answer.rest)}</p>
<p class="muted">${facts.map(escapeHtml).join(" · ")}</p>${remarks}${hint}
<label class="tick"><input type="checkbox" name="with" value="${escapeHtml(value)}"> Compare<span class="unseen"> ${title}</span></label>
</li>`;
}

/** Returns badges as HTML. */
export function badgesHtml({ badges }: Pick<IndexEntry, "badges">): string {
  if (badges.length === 0) return "";
  const each = badges.map(({ look, text }) => `<span class="badge ${look}">${escapeHtml(text)}</span>`);
  return `<p class="badges">${each.join("")}</p>`;
}

function searchedText({ name, answer, badges, facts, notes = [], words }: IndexEntry): string {
  const { emphasized, rest, further } = answer;
  const texts = [
    name,
    emphasized,
    rest,
    further,
    ...badges.map(({ text }) => text),
    ...facts,
    ...notes,
    ...words,
  ];
  return texts.join(" ").toLowerCase();
}
