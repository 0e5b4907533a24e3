/**
 * Links between files of the repository become links between pages; those to other files lead to the code host.
 * @module
 */
import { existsSync } from "node:fs";
import { relative } from "node:path";
import type { MarkdownRenderer } from "vitepress";
import { addressOf, linkTo, ROOT, targetOf } from "./pages.ts";

/**
 * Makes a renderer follow the links of the repository.
 *
 * @param source Where the code host shows a file, ending with "/".
 */
export function followLinks(md: MarkdownRenderer, source: string): void {
  md.core.ruler.push("repository-links", ({ tokens, env }) => {
    const file = relative(ROOT, env.realPath ?? env.path).replaceAll("\\", "/");
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      const link = token.type === "link_open" ? token.attrGet("href") : null;
      if (link !== null && !link.startsWith("#")) token.attrSet("href", addressFor(file, link, source));
    }
  });
}

/** @throws {Error} If a link leads to a file that does not exist. */
function addressFor(file: string, link: string, source: string): string {
  const target = targetOf(file, link);
  if (target === undefined) return link;
  if (!existsSync(`${ROOT}${target.file}`))
    throw new Error(`${file} links to a file that does not exist: ${link}`);
  const address = addressOf(target.file);
  if (address !== undefined) return `${linkTo(address)}${target.anchor}`;
  return `${source}${target.file}${target.anchor}`;
}
