/**
 * What the list of results runs: the search, and the button that compares two. Without it, everything is listed.
 * @module
 */
const search = document.querySelector<HTMLInputElement>("#search")!;
const count = document.querySelector("#count")!;
const compare = document.querySelector<HTMLButtonElement>("#compare")!;
const entries = [...document.querySelectorAll<HTMLElement>("[data-text]")];
const ticks = [...document.querySelectorAll<HTMLInputElement>("[name=with]")];

/** Shows the entries that have every word of the search. */
function filter(): void {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  for (const entry of entries) entry.hidden = !words.every((word) => entry.dataset["text"]!.includes(word));
  const shown = entries.filter(({ hidden }) => !hidden).length;
  count.textContent = shown === entries.length ? "" : `${shown} of ${entries.length}`;
}

/** Two can be compared: the others cannot be ticked then. */
function limit(): void {
  const ticked = ticks.filter(({ checked }) => checked).length;
  compare.disabled = ticked !== 2;
  for (const tick of ticks) tick.disabled = ticked === 2 && !tick.checked;
}

search.addEventListener("input", filter);
for (const tick of ticks) tick.addEventListener("change", limit);
document.querySelector<HTMLElement>("#tools")!.hidden = false;
filter();
limit();
