import type { JSX } from "preact";
import { DISTINCT, INK } from "../../report/pictures/colors.ts";
import { pixelPath } from "../../report/pictures/models/pixel-path.ts";
import { INK_LEVELS, WEIGHT_LEVELS } from "../../training/portraits/portrait.ts";
import { lineStyle } from "../model/line-style.ts";

/** How the pixels with a digit are painted. */
interface Paint {
  readonly digit: string;
  readonly color: string;
  readonly opacity: number;
}

/** Of weights: blue above 0, orange below it, as in the report's picture. */
export const WEIGHTS: readonly Paint[] = Array.from({ length: WEIGHT_LEVELS }, (_, i) => {
  const opacity = i + 1 === WEIGHT_LEVELS ? 1 : 0.4;
  return [
    { digit: String(WEIGHT_LEVELS + i + 1), color: DISTINCT[0]!, opacity },
    { digit: String(WEIGHT_LEVELS - i - 1), color: DISTINCT[1]!, opacity },
  ];
}).flat();

/** Of examples. */
export const EXAMPLE: readonly Paint[] = Array.from({ length: INK_LEVELS }, (_, i) => {
  return { digit: String(i + 1), color: INK, opacity: (i + 1) / INK_LEVELS };
});

/** An image of a few levels. @param pixels A digit for each, row-major. */
export function PixelImage({
  pixels,
  size: [height, width],
  paints,
}: {
  pixels: string;
  size: readonly [height: number, width: number];
  paints: readonly Paint[];
}): JSX.Element {
  const cells = Array.from(pixels);
  return (
    <svg class="pixels" viewBox={`0 0 ${width} ${height}`} shape-rendering="crispEdges" aria-hidden="true">
      {paints.map(({ digit, color, opacity }) => (
        <path
          key={digit}
          d={pixelPath(cells, width, (cell) => cell === digit)}
          style={lineStyle(color)}
          stroke-opacity={opacity}
        />
      ))}
    </svg>
  );
}
