/**
 * Which Markdown files of the repository are pages of the site, and where. They stay what a code host shows: no page has anything
 * that only the site understands.
 * @module
 */
import { readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository, as a path that ends with "/". */
export const ROOT: string = fileURLToPath(new URL("../../", import.meta.url));

/** Files in the order of the table; the first that matches gives the address. `$1` is what the parentheses matched. */
const ADDRESSES: readonly (readonly [RegExp, string])[] = [
  [/^README\.md$/, "index"],
  [/^docs\/README\.md$/, "documentation"],
  [/^docs\/((?:api|tutorials|how-to|reference|explanation)\/.+)\.md$/, "$1"],
  [/^results\/(.+)\/summary\.md$/, "results/$1"],
  [/^results\/README\.md$/, "results/index"],
  [/^experiments\/README\.md$/, "experiments"],
  [/^examples\/README\.md$/, "examples"],
  [/^CHANGELOG\.md$/, "changelog"],
];

/** Returns the address of a file's page without its extension, as "how-to/plan-a-sweep"; undefined if it is not a page. */
export function addressOf(file: string): string | undefined {
  const row = ADDRESSES.find(([pattern]) => pattern.test(file));
  return row && file.replace(row[0], row[1]);
}

/** Returns the address as people see it: without "index". */
export function linkTo(address: string): string {
  return `/${address.replace(/(^|\/)index$/, "$1")}`;
}

/** Returns where a link of a file leads: another file of the repository and an anchor, or undefined for an address of the web. */
export function targetOf(file: string, link: string): { file: string; anchor: string } | undefined {
  if (/^([a-z]+:|\/\/)/.test(link)) return undefined;
  const [path = "", anchor] = link.split("#");
  const target = path === "" ? file : posix.join(posix.dirname(file), decodeURI(path));
  return { file: target, anchor: anchor === undefined ? "" : `#${anchor}` };
}

/** Returns the anchor that code hosts give a heading. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
    .trim()
    .replaceAll(" ", "-");
}

/** Returns a text file of the repository. */
export function textOf(file: string): string {
  return readFileSync(`${ROOT}${file}`, "utf8");
}
