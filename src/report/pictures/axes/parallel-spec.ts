import type { TopLevelSpec } from "vega-lite";
import { chartSpec } from "../chart-spec.ts";
import { AXIS, FAINT_INK, GREY, INK, PAPER, SEQUENCE } from "../colors.ts";
import { LETTER_WIDTH, pixels, ROW_COLOR, type PlotLayer } from "../plot-frame.ts";

const SIZE = { width: 560, height: 300 } as const;
/** The share of the settings that is coloured: the best ones. */
const COLORED = 0.25;

/** A vertical line with the names of its values. */
export interface ParallelAxis {
  readonly name: string;
  readonly labels: readonly { readonly text: string; readonly place: number }[];
}

/** A setting: where it crosses each axis, 0 = lower end, 1 = upper end. */
export interface ParallelLine {
  readonly places: readonly number[];
}

/** Returns the specification of parallel coordinates; `lines` are ranked, the best first. */
export function parallelSpec(
  axes: readonly ParallelAxis[],
  lines: readonly ParallelLine[],
  { title, settings }: { title: string; settings: number },
): TopLevelSpec {
  const xOf = (axis: number): number => Math.round((axis * SIZE.width) / (axes.length - 1));
  const yOf = (place: number): number => Math.round((1 - place) * SIZE.height);
  const rows = lines.flatMap(({ places }, rank) =>
    places.map((place, axis) => ({
      x: xOf(axis),
      y: yOf(place),
      color: colorOf(rank, lines.length),
      line: lines.length - rank,
    })),
  );
  const first = rows.filter(({ line }) => line === lines.length);
  const labels = axes.flatMap(({ labels }, axis) =>
    labels.map(({ text, place }) => ({ text, x: xOf(axis) + 7, y: yOf(place), color: INK })),
  );
  const names = axes.map(({ name }, axis) => ({
    text: name,
    x: xOf(axis),
    y: SIZE.height + 24,
    color: FAINT_INK,
  }));
  const ends = axes.map((_, axis) => ({ x: xOf(axis), y: 0, y2: SIZE.height }));
  const widest = Math.max(...axes.at(-1)!.labels.map(({ text }) => text.length));
  return chartSpec({
    title,
    subtitle: `${settings} settings; the best in colour, from blue (best) to gold`,
    size: SIZE,
    room: { left: 60, right: 24 + Math.ceil(LETTER_WIDTH * widest), bottom: 44 },
    layers: [
      polylines(rows.filter(({ color }) => color === GREY).toReversed(), 1),
      polylines(
        rows.filter(({ color }) => color !== GREY),
        1.6,
      ),
      polylines(first, 3.5),
      {
        data: { values: ends },
        mark: { type: "rule", color: AXIS },
        encoding: { x: pixels("x"), y: pixels("y"), y2: { field: "y2" } },
      },
      texts(labels, { align: "left", stroke: PAPER, strokeWidth: 4 }),
      texts(labels, { align: "left" }),
      texts(names, { align: "center" }),
    ],
  });
}

function colorOf(rank: number, count: number): string {
  const colored = Math.max(1, Math.ceil(count * COLORED));
  return rank < colored ? SEQUENCE[Math.floor((rank / colored) * SEQUENCE.length)]! : GREY;
}

function polylines(rows: readonly object[], strokeWidth: number): PlotLayer {
  return {
    data: { values: [...rows] },
    mark: { type: "line", strokeWidth, opacity: 0.8, strokeJoin: "round" },
    encoding: {
      x: pixels("x"),
      y: pixels("y"),
      color: ROW_COLOR,
      detail: { field: "line" },
      order: { value: 0 },
    },
  };
}

function texts(values: readonly object[], mark: object): PlotLayer {
  return {
    data: { values: [...values] },
    mark: { type: "text", ...mark },
    encoding: { x: pixels("x"), y: pixels("y"), text: { field: "text" }, color: ROW_COLOR },
  };
}
