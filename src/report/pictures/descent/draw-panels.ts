import { costFunction, type CostFunction } from "../../../functions/cost-function.ts";
import { clipText } from "../../../text/clip-text.ts";
import { ALARM, DISTINCT, INK, PAPER } from "../colors.ts";
import { framedSvg, svgText } from "../models/svg.ts";
import type { DescentFrame } from "./descent-frame.ts";
import type { Descent, DescentPanel } from "./descent-panels.ts";
import { followed, linePath, placeIn, SIDE, type PanelPlace } from "./panel-place.ts";

/** What the panels of a picture share. */
interface Panels {
  readonly title: string;
  readonly subtitle: string;
  readonly frame: DescentFrame;
  /** SVG of the background: a contour map or a curve. */
  readonly ground: string;
}

const COLUMNS = 3;
const GAP = 22;
const NAME = 36;
const WAY = DISTINCT[1]!;
/** With more steps, single steps are not shown. */
const MOST_DOTS = 60;
const LONGEST_NAME = 34;

/** Returns panels, three in a row, each with its setting, how it ends, and its paths over the same background. */
export function drawPanels(
  panels: readonly DescentPanel[],
  { title, subtitle, frame, ground }: Panels,
): string {
  const columns = Math.min(COLUMNS, panels.length);
  const rows = Math.ceil(panels.length / COLUMNS);
  const { at } = costFunction(panels[0]!.minimized);
  const size = { width: columns * (SIDE + GAP) - GAP, height: rows * (NAME + SIDE + GAP) - GAP };
  const inner = `<clipPath id="panel"><rect width="${SIDE}" height="${SIDE}"/></clipPath><g id="ground">${ground}</g>`;
  return framedSvg({ title, subtitle, ...size }, [
    `<defs>${inner}</defs>`,
    ...panels.map((panel, i) => {
      const [x, y] = [(i % COLUMNS) * (SIDE + GAP), Math.floor(i / COLUMNS) * (NAME + SIDE + GAP)];
      return `<g transform="translate(${x},${y})">${drawPanel(panel, frame, at)}</g>`;
    }),
  ]);
}

function drawPanel({ setting, descents }: DescentPanel, frame: DescentFrame, at: CostFunction["at"]): string {
  return [
    svgText(clipText(setting, LONGEST_NAME), { x: 0, y: 12, weight: "bold" }),
    svgText(endOf(descents), {
      x: 0,
      y: 28,
      fill: descents.some(({ status }) => status === "diverged") ? ALARM : INK,
    }),
    `<g transform="translate(0,${NAME})"><g clip-path="url(#panel)"><use href="#ground"/>`,
    ...descents.map((descent) => drawWay(descent, frame, at)),
    `</g><rect width="${SIDE}" height="${SIDE}" fill="none" stroke="${INK}" stroke-opacity="0.25"/></g>`,
  ].join("");
}

/** Returns "converged after 47 steps", or of several starts "4 of 6 starts converged, 1 diverged". */
function endOf(descents: readonly Descent[]): string {
  if (descents.length === 1) return descents[0]!.end;
  const converged = descents.filter(({ status }) => status === "converged").length;
  const diverged = descents.filter(({ status }) => status === "diverged").length;
  return `${converged} of ${descents.length} starts converged${diverged > 0 ? `, ${diverged} diverged` : ""}`;
}

function drawWay({ points, status }: Descent, frame: DescentFrame, at: CostFunction["at"]): string {
  const color = status === "diverged" ? ALARM : WAY;
  const all = points.map(([v1, v2]) => placeIn(frame, [v1!, v2 ?? at([v1!]).value]));
  const places = followed(all);
  const [first, last] = [places[0]!, places.at(-1)!];
  const dots = places.length <= MOST_DOTS ? places.map((place) => dot(place, 1.6)) : [];
  return [
    `<path d="${linePath(places)}" fill="none" stroke="${color}" stroke-width="1.4" stroke-linejoin="round"/>`,
    `<g fill="${color}">${dots.join("")}${dot(last, 3.2)}</g>`,
    `<circle cx="${first.x.toFixed(1)}" cy="${first.y.toFixed(1)}" r="3.6" fill="${PAPER}" stroke="${color}" stroke-width="1.6"/>`,
  ].join("");
}

function dot({ x, y }: PanelPlace, radius: number): string {
  return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${radius}"/>`;
}
