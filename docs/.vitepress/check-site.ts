/**
 * Checks the built site: every link between pages leads to a page and, where it names one, to a heading.
 * @module
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, posix } from "node:path";

/** @throws {Error} With every dead link and the page that has it. */
export function checkSite(folder: string, base: string): void {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".html"),
  );
  const pages = new Map(
    files.map((file) => [file.replaceAll("\\", "/"), readFileSync(join(folder, file), "utf8")]),
  );
  const anchors = new Map([...pages].map(([file, html]) => [file, new Set(idsOf(html))]));
  const isDead = (file: string, link: string): boolean => {
    const { pathname, hash } = new URL(link, `https://site.invalid${base}${file}`);
    const target = pathname.startsWith(base) ? pathname.slice(base.length) : undefined;
    if (target === undefined) return true;
    const page = [`${target}.html`, posix.join(target, "index.html"), target].find((name) => pages.has(name));
    if (page === undefined) return !statSync(join(folder, target), { throwIfNoEntry: false })?.isFile();
    if (hash.includes("=")) return false; // what the playground opens
    return hash.length > 1 && !anchors.get(page)?.has(decodeURIComponent(hash.slice(1)));
  };
  const dead = [...pages].flatMap(([file, html]) =>
    linksOf(html)
      .filter((link) => isDead(file, link))
      .map((link) => `${file}: ${link}`),
  );
  if (dead.length > 0) throw new Error(`Dead links:\n${[...new Set(dead)].join("\n")}`);
}

/** Returns the links of a page to its own site. */
function linksOf(html: string): string[] {
  return [...html.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)]
    .map(([, link = ""]) => link.replaceAll("&amp;", "&"))
    .filter((link) => !/^([a-z]+:|\/\/)/.test(link));
}

function idsOf(html: string): string[] {
  return [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = ""]) => id);
}
