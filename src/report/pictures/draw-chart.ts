import { INK, PAPER } from "./colors.ts";
import type {
  AreaMark,
  BoxMark,
  Chart,
  DotMark,
  GroupMark,
  LineMark,
  Mark,
  Place,
  TextMark,
} from "./chart.ts";
import { framedSvg } from "./models/svg.ts";
import { textWidth } from "./text-width.ts";
import { escapeXml } from "./tidy-svg.ts";
import { largestOf, smallestOf } from "../../math/extremes.ts";

const TEXT_SIZE = 12;
/** From the middle of a line of text to its baseline. */
const BASELINE = 4;
const HALF_LINE = 8;

/** Returns a chart as SVG. */
export function drawChart({ title, subtitle, size, marks }: Chart): string {
  const { left, right, top, bottom } = boundsOf(marks, size);
  const body = marks.map((mark) => drawMark(mark, size));
  return framedSvg({ title, subtitle, width: right - left, height: bottom - top }, [
    `<g transform="translate(${-left},${-top})">`,
    ...body,
    "</g>",
  ]);
}

/** Returns what marks need around the area between the axes. */
function boundsOf(marks: readonly Mark[], { width, height }: Chart["size"]): Box {
  const boxes = marks.flatMap(boxesOf);
  return {
    left: Math.floor(Math.min(0, smallestOf(boxes.map(({ left }) => left)))),
    right: Math.ceil(Math.max(width, largestOf(boxes.map(({ right }) => right)))),
    top: Math.floor(Math.min(0, smallestOf(boxes.map(({ top }) => top)))),
    bottom: Math.ceil(Math.max(height, largestOf(boxes.map(({ bottom }) => bottom)))),
  };
}

function boxesOf(mark: Mark): Box[] {
  if (mark.mark === "line" || mark.mark === "area") return [];
  if (mark.mark === "text") return [textBox(mark)];
  if (mark.mark === "box") return [boxAt(mark.x, mark.y, mark)];
  if (mark.mark !== "group")
    return [
      boxAt(mark.x - mark.radius, mark.y - mark.radius, { width: 2 * mark.radius, height: 2 * mark.radius }),
    ];
  const { left, right, top, bottom } = boundsOf(mark.marks, mark.size);
  const { x, y } = mark;
  return [{ left: x + left, right: x + right, top: y + top, bottom: y + bottom }];
}

function boxAt(x: number, y: number, { width, height }: Chart["size"]): Box {
  return { left: x, right: x + width, top: y, bottom: y + height };
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function textBox({ x, y, text, anchor = "start", isBold = false }: TextMark): Box {
  const width = textWidth(text, { size: TEXT_SIZE, isBold });
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  return { left, right: left + width, top: y - HALF_LINE, bottom: y + HALF_LINE };
}

function drawMark(mark: Mark, { width, height }: Chart["size"]): string {
  if (mark.mark === "group") {
    const inner = mark.marks.map((each) => drawMark(each, mark.size)).join("");
    return `<g transform="translate(${mark.x},${mark.y})">${inner}</g>`;
  }
  const svg = shapeOf(mark);
  const isClipped = (mark.mark === "line" || mark.mark === "area") && mark.isClipped;
  return isClipped ? `<svg width="${width}" height="${height}">${svg}</svg>` : svg;
}

function shapeOf(mark: Exclude<Mark, GroupMark>): string {
  switch (mark.mark) {
    case "line":
      return lineSvg(mark);
    case "area":
      return areaSvg(mark);
    case "box":
      return boxSvg(mark);
    case "text":
      return textSvg(mark);
    default:
      return dotSvg(mark);
  }
}

function lineSvg({ places, color, width, opacity, isDashed }: LineMark): string {
  const dash = isDashed ? ' stroke-dasharray="4 3"' : "";
  return `<path d="${linePath(places)}" fill="none" stroke="${color}" stroke-width="${width}" stroke-linejoin="round"${attribute("opacity", opacity)}${dash}/>`;
}

function areaSvg({ spans, color, opacity }: AreaMark): string {
  const around = [
    ...spans.map(({ x, low }) => ({ x, y: low })),
    ...spans.toReversed().map(({ x, high }) => ({ x, y: high })),
  ];
  return `<path d="${linePath(around)}Z" fill="${color}"${attribute("opacity", opacity)}/>`;
}

function boxSvg({ x, y, width, height, color, opacity }: BoxMark): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${color}"${attribute("opacity", opacity)}/>`;
}

function dotSvg({ mark, x, y, radius, color, opacity }: DotMark): string {
  const faint = attribute("opacity", opacity);
  if (mark === "cross") {
    const r = radius;
    return `<path d="M${x - r},${y - r}L${x + r},${y + r}M${x - r},${y + r}L${x + r},${y - r}" fill="none" stroke="${color}" stroke-width="2"${faint}/>`;
  }
  const paint = mark === "dot" ? `fill="${color}"` : `fill="${PAPER}" stroke="${color}" stroke-width="1.6"`;
  return `<circle cx="${x}" cy="${y}" r="${radius}" ${paint}${faint}/>`;
}

function textSvg({ x, y, text, color = INK, anchor, isBold, hasHalo }: TextMark): string {
  const halo = hasHalo
    ? ` stroke="${PAPER}" stroke-width="4" paint-order="stroke" stroke-linejoin="round"`
    : "";
  const bold = isBold ? ' font-weight="bold"' : "";
  const side = anchor && anchor !== "start" ? ` text-anchor="${anchor}"` : "";
  return `<text x="${x}" y="${y + BASELINE}" font-size="${TEXT_SIZE}" fill="${color}"${side}${bold}${halo}>${escapeXml(text)}</text>`;
}

function attribute(name: string, value: number | undefined): string {
  return value === undefined ? "" : ` ${name}="${value}"`;
}

/** Places that would be drawn on each other are drawn once. */
function linePath(places: readonly Place[]): string {
  const words = places.map(({ x, y }) => `${tenths(x)},${tenths(y)}`);
  return `M${words.filter((word, i) => word !== words[i - 1]).join("L")}`;
}

function tenths(value: number): string {
  return String(Math.round(10 * value) / 10 || 0);
}
