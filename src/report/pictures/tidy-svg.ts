import { visibleText } from "../../text/visible-text.ts";

/**
 * Returns an SVG picture with a title for those who cannot see it, and with every number rounded to two decimals:
 * the last bits of Math's functions, which Vega uses, differ between processors.
 */
export function tidySvg(svg: string, title: string): string {
  const rounded = svg.replaceAll(/<[^>]*>/g, (tag) =>
    tag.replaceAll(/-?\d*\.\d+(?:e[+-]?\d+)?|-?\d+e[+-]\d+/g, round),
  );
  const titled = rounded.replace(/<svg[^>]*>/, (tag) => {
    return `${tag.slice(0, -1)} role="img"><title>${escapeXml(title)}</title>`;
  });
  return `${visibleText(titled)}\n`;
}

function round(number: string): string {
  return String(Math.round(Number(number) * 100) / 100 || 0);
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
