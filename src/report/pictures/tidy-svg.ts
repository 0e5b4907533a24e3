import { visibleText } from "../../text/visible-text.ts";
import { DARK } from "./colors.ts";

/**
 * Returns an SVG picture with a title for readers who cannot see it, with colours for dark surroundings, and with
 * every number rounded to two decimals.
 */
export function tidySvg(svg: string, title: string): string {
  const rounded = svg.replaceAll(/<[^>]*>/g, (tag) =>
    tag.replaceAll(/-?\d*\.\d+(?:e[+-]?\d+)?|-?\d+e[+-]\d+/g, round),
  );
  const titled = rounded.replace(/<svg[^>]*>/, (tag) => {
    return `${tag.slice(0, -1)} role="img"><title>${escapeXml(title)}</title>${darkStyle(rounded)}`;
  });
  return `${visibleText(titled)}\n`;
}

/** Returns text escaped for XML. */
export function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** A style overrides attributes. The background has a dark colour, too, so a picture fits pages of both schemes. */
function darkStyle(svg: string): string {
  const rules = [...DARK].flatMap(([light, dark]) =>
    ["fill", "stroke"]
      .filter((attribute) => svg.includes(`${attribute}="${light}"`))
      .map((attribute) => `[${attribute}="${light}"]{${attribute}:${dark}}`),
  );
  return rules.length === 0 ? "" : `<style>@media(prefers-color-scheme:dark){${rules.join("")}}</style>`;
}

function round(number: string): string {
  return String(Math.round(Number(number) * 100) / 100 || 0);
}
