import type { TableView } from "../tables/render-table.ts";
import { escapeHtml, htmlDocument } from "./html-document.ts";
import { badgesHtml, type IndexEntry } from "./index-html.ts";

/** A table of a comparison of two experiments. */
export interface ComparisonTable<Row> {
  /** May be empty. */
  readonly title: string;
  readonly view: TableView<Row>;
  /** Rows beyond those shown. */
  readonly more: number;
}

/** Returns a page that compares two experiments: their answers side by side, then tables. It runs no script. */
export function comparisonHtml<Row>(
  sides: readonly [IndexEntry, IndexEntry],
  tables: readonly ComparisonTable<Row>[],
  style: string,
): string {
  const title = sides.map(({ name }) => name).join(" and ");
  const body = `<main>
<a href="./">All results</a>
<h1>${escapeHtml(title)}</h1>
<div class="sides">
${sides.map(sideHtml).join("\n")}
</div>
<p class="muted">Before: ${escapeHtml(sides[0].name)}. After: ${escapeHtml(sides[1].name)}.</p>
${tables.map(tableHtml).join("\n")}
</main>`;
  return htmlDocument({ title: `gridient: ${title}`, style, body, links: "'self'" });
}

function sideHtml(entry: IndexEntry): string {
  const { name, answer, link, picture, facts } = entry;
  const title = escapeHtml(name);
  const further = [answer.further, ...(answer.uncertain ?? [])].filter((text) => text !== "").join(" ");
  return `<div class="entry">
<h2>${link === undefined ? title : `<a href="${escapeHtml(link)}">${title}</a>`}</h2>
${badgesHtml(entry)}${picture === undefined ? "" : `<img class="thumbnail" src="${escapeHtml(picture)}" alt="">`}
<p><strong>${escapeHtml(answer.emphasized)}</strong>${escapeHtml(answer.rest)}</p>
<p class="muted">${escapeHtml(further)}</p>
<p class="muted">${facts.map(escapeHtml).join(" · ")}</p>
</div>`;
}

function tableHtml<Row>({ title, view: { columns, rows }, more }: ComparisonTable<Row>): string {
  const heading = title === "" ? "Settings" : `${title.slice(0, 1).toUpperCase()}${title.slice(1)}`;
  const look = ({ side }: { side?: "left" | "right" }): string => (side === "left" ? "" : ' class="number"');
  const head = columns.map((column) => `<th scope="col"${look(column)}>${escapeHtml(column.heading)}</th>`);
  const body = rows.map((row) => {
    const cells = columns.map((column) => `<td${look(column)}>${escapeHtml(column.textOf(row))}</td>`);
    return `<tr>${cells.join("")}</tr>`;
  });
  return `<section>
<h2>${escapeHtml(heading)}</h2>
<div class="scroll" tabindex="0" role="group" aria-label="${escapeHtml(heading)}"><table class="figures">
<thead><tr>${head.join("")}</tr></thead>
<tbody>${body.join("\n")}</tbody>
</table></div>
${more > 0 ? `<p class="muted">and ${more} more</p>` : ""}
</section>`;
}
