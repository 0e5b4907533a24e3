import type { Results } from "../../../results/results.ts";
import { clipText } from "../../../text/clip-text.ts";
import { INK_LEVELS, type Mistake, type Portrait } from "../../../training/portraits/portrait.ts";
import { ALARM, FAINT_INK, GRID, INK } from "../colors.ts";
import type { Picture } from "../picture.ts";
import { classNames } from "./class-names.ts";
import { pixelPath } from "./pixel-path.ts";
import { framedSvg, svgText } from "./svg.ts";

const COLUMNS = 6;
const TILE = 84;
const GAP = 10;
const CAPTION = 22;
/** Letters of a name, on either side of the arrow. */
const MOST_LETTERS = 5;

/** Returns the picture of the worst mistakes; none where there are none or the examples are not images. */
export function mistakesPicture({ mistakes = [], part }: Portrait, results: Results): Picture[] {
  const { experiment, best } = results;
  const nameOf = classNames(results);
  const image = best?.facts.image;
  if (!image || mistakes.length === 0) return [];
  const rows = Math.ceil(mistakes.length / COLUMNS);
  const words = mistakes
    .slice(0, 3)
    .map(({ label, answer }) => `${nameOf(label)} predicted as ${nameOf(answer)}`);
  return [
    {
      name: "mistakes",
      alt: `${experiment.name}: the ${mistakes.length} worst mistakes of the best model on ${part} examples`,
      caption: `Wrong answers with the largest lead over the right one: ${words.join(", ")}${mistakes.length > 3 ? " and others" : ""}`,
      drawing: framedSvg(
        {
          title: "The worst mistakes of the best model",
          subtitle: `${part} examples: class → answer`,
          width: COLUMNS * (TILE + GAP) - GAP,
          height: rows * (TILE + CAPTION + GAP) - GAP,
        },
        mistakes.map((mistake, i) => tile(mistake, image, { i, nameOf })),
      ),
    },
  ];
}

function tile(
  { label, answer, ink }: Mistake,
  [height, width]: readonly [number, number],
  { i, nameOf }: { i: number; nameOf: (label: number) => string },
): string {
  const [x, y] = [(i % COLUMNS) * (TILE + GAP), Math.floor(i / COLUMNS) * (TILE + CAPTION + GAP)];
  const scale = TILE / Math.max(width, height);
  const paths = Array.from({ length: INK_LEVELS }, (_, level) => {
    const path = pixelPath(ink, width, (value) => value === level + 1);
    return path && `<path d="${path}" stroke-opacity="${(level + 1) / INK_LEVELS}"/>`;
  });
  return [
    `<rect x="${x}" y="${y}" width="${TILE}" height="${TILE}" fill="${GRID}" fill-opacity="0.5"/>`,
    `<g transform="translate(${x},${y}) scale(${scale})" stroke="${INK}" shape-rendering="crispEdges">${paths.join("")}</g>`,
    svgText(`${clipText(nameOf(label), MOST_LETTERS)} →`, {
      x: x + TILE / 2 + 4,
      y: y + TILE + 15,
      anchor: "end",
      fill: FAINT_INK,
    }),
    svgText(clipText(nameOf(answer), MOST_LETTERS), {
      x: x + TILE / 2 + 10,
      y: y + TILE + 15,
      fill: ALARM,
      weight: "bold",
    }),
  ].join("");
}
