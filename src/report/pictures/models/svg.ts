/**
 * The frame of all pictures: a title above what is drawn.
 * @module
 */
import { FAINT_INK, INK, PAPER } from "../colors.ts";
import { textLines, textWidth } from "../text-width.ts";
import { escapeXml } from "../tidy-svg.ts";
import { largestOf } from "../../../math/extremes.ts";

/** Every text of a picture: fonts that most systems have, or that look like those. */
const FONT = "Helvetica, Arial, sans-serif";
const MARGIN = 14;
/** Titles are broken rather than making a small picture wide. */
const NARROWEST = 480;
const TITLE = { size: 16, isBold: true } as const;
const [TITLE_LINE, SUBTITLE_LINE, GAP] = [21, 17, 16];

/** A picture below a title. */
export interface SvgFrame {
  readonly title: string;
  readonly subtitle: string;
  readonly width: number;
  readonly height: number;
}

/** Returns an SVG with a title in the style of all pictures; `body` is drawn below it, from 0, 0. */
export function framedSvg({ title, subtitle, width, height }: SvgFrame, body: readonly string[]): string {
  const room = Math.max(width, NARROWEST);
  const titles = textLines(title, room, TITLE);
  const subtitles = subtitle === "" ? [] : textLines(subtitle, room);
  const widest = largestOf([
    width,
    ...titles.map((line) => textWidth(line, TITLE)),
    ...subtitles.map((line) => textWidth(line)),
  ]);
  const below = MARGIN + TITLE_LINE * titles.length;
  const top = below + SUBTITLE_LINE * subtitles.length + GAP;
  const [w, h] = [Math.ceil(widest) + 2 * MARGIN, Math.ceil(height) + top + MARGIN];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" font-family="${FONT}">`,
    `<rect width="${w}" height="${h}" fill="${PAPER}"/>`,
    ...titles.map((line, i) =>
      svgText(line, { x: MARGIN, y: MARGIN + TITLE_LINE * (i + 1) - 6, size: 16, weight: "bold" }),
    ),
    ...subtitles.map((line, i) =>
      svgText(line, { x: MARGIN, y: below + SUBTITLE_LINE * (i + 1) - 4, fill: FAINT_INK }),
    ),
    `<g transform="translate(${MARGIN},${top})">`,
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
