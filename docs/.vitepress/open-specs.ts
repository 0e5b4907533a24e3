/**
 * Links from the experiments of the pages to the playground.
 * @module
 */
import type { MarkdownRenderer } from "vitepress";
import { textOf } from "./pages.ts";
import { hashOf } from "./playground.ts";

const LABEL = "Open in the playground";

/**
 * Makes a renderer put a link to the playground below every block that is a whole spec, and behind every link to one of
 * experiments/.
 *
 * @param base The address of the site, ending with "/".
 * @param source Where the code host shows a file, ending with "/".
 */
export function openSpecs(md: MarkdownRenderer, base: string, source: string): void {
  const address = (hash: string): string => `${base}playground/#${hash}`;
  const { fence } = md.renderer.rules;
  md.renderer.rules.fence = (tokens, index, options, env, self) => {
    const html = fence?.(tokens, index, options, env, self) ?? "";
    const { info, content } = tokens[index] ?? { info: "", content: "" };
    const hash = info.trim() === "yaml" ? hashOf(nameIn(content), content) : undefined;
    return hash
      ? `${html}<p class="open-spec"><a href="${address(hash)}" target="_blank">${LABEL}</a></p>`
      : html;
  };
  md.core.ruler.push("open-specs", (state) => {
    for (const token of state.tokens) {
      token.children = (token.children ?? []).flatMap((child, i, all) => {
        const file = child.type === "link_close" ? specOf(all.slice(0, i), source) : undefined;
        const hash = file && hashOf(file, textOf(file));
        if (!hash) return [child];
        const link = new state.Token("html_inline", "", 0);
        link.content = ` <a class="open-spec" href="${address(hash)}" target="_blank" title="${LABEL}">▶</a>`;
        return [child, link];
      });
    }
  });
}

/** Returns the path that the first line of a block names, as "# experiments/moons.yaml" does. */
function nameIn(content: string): string {
  return /^# (\S+\.yaml)\n/.exec(content)?.[1] ?? "experiments/example.yaml";
}

/** Returns the file of experiments/ to which the last link among tokens leads. */
function specOf(
  tokens: readonly { type: string; attrGet(name: string): string | null }[],
  source: string,
): string | undefined {
  const link = tokens.findLast(({ type }) => type === "link_open")?.attrGet("href") ?? "";
  const file = link.startsWith(source) ? link.slice(source.length) : "";
  return /^experiments\/[\w-]+\.yaml$/.test(file) ? file : undefined;
}
