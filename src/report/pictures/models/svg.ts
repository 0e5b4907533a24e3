/**
 * Pictures made of pixels instead of marks and axes.
 * @module
 */
import { FAINT_INK, INK, PAPER } from "../colors.ts";
import { LETTER_WIDTH } from "../plot-frame.ts";
import { FONT } from "../plot-theme.ts";
import { escapeXml } from "../tidy-svg.ts";

/** Room above a picture for its title, and around it. */
const TOP = 66;
const MARGIN = 14;

/** A picture below a title. */
export interface SvgFrame {
  readonly title: string;
  readonly subtitle: string;
  readonly width: number;
  readonly height: number;
}

/** Returns an SVG with a title in the style of all pictures; `body` is drawn below it, from 0, 0. */
export function framedSvg({ title, subtitle, width, height }: SvgFrame, body: readonly string[]): string {
  const words = Math.max(8.6 * title.length, LETTER_WIDTH * subtitle.length);
  const [w, h] = [Math.ceil(Math.max(width, words)) + 2 * MARGIN, height + TOP + MARGIN];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" font-family="${FONT}">`,
    `<rect width="${w}" height="${h}" fill="${PAPER}"/>`,
    svgText(title, { x: MARGIN, y: 28, size: 16, weight: "bold" }),
    svgText(subtitle, { x: MARGIN, y: 47, fill: FAINT_INK }),
    `<g transform="translate(${MARGIN},${TOP})">`,
    ...body,
    "</g></svg>",
  ].join("");
}

/** Returns a line of text whose baseline begins, is centred or ends at a place. */
export function svgText(
  text: string,
  {
    x,
    y,
    size = 12,
    fill = INK,
    anchor = "start",
    weight,
  }: {
    x: number;
    y: number;
    size?: number;
    fill?: string;
    anchor?: "start" | "middle" | "end";
    weight?: "bold";
  },
): string {
  const bold = weight ? ` font-weight="${weight}"` : "";
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}" text-anchor="${anchor}"${bold}>${escapeXml(text)}</text>`;
}
