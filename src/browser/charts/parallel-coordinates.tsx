import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { PageConfiguration, PageTrial } from "../../report/page/page-data.ts";
import { lineStyle } from "../model/line-style.ts";
import type { Axis } from "../model/axis.ts";
import type { Brush, View } from "../view/view.ts";
import { textWidth } from "../../report/pictures/text-width.ts";
import { AxisBrush, LAST_NAME } from "./axis-brush.tsx";
import { useWidth } from "./use-width.ts";

/** What the parallel coordinates show. */
interface ParallelCoordinatesProps {
  readonly axes: readonly Axis[];
  readonly trials: readonly PageTrial[];
  /** Those of them that no brush or search has left out. */
  readonly shown: readonly PageTrial[];
  readonly configurations: readonly PageConfiguration[];
  /** The highlighted trials. */
  readonly marked: readonly PageTrial[];
  readonly brushes: View["brushes"];
  readonly onBrush: (key: string, brush: Brush | undefined) => void;
}

const HEIGHT = 300;
const TOP = 46;
const BOTTOM = 18;
const SIDE = 64;
const LEAST_GAP = 96;

/** Every trial as a line through its values; ranges dragged on the axes leave out the others everywhere. */
export function ParallelCoordinates(props: ParallelCoordinatesProps): JSX.Element {
  const { axes, trials, shown, marked, configurations, brushes, onBrush } = props;
  const [room, element] = useWidth<HTMLDivElement>();
  const width = Math.max(room, 2 * SIDE + LEAST_GAP * (axes.length - 1));
  const x = (i: number): number =>
    axes.length === 1 ? width / 2 : SIDE + (i / (axes.length - 1)) * (width - 2 * SIDE);
  const y = (place: number): number => HEIGHT - BOTTOM - place * (HEIGHT - TOP - BOTTOM);
  const lines = (some: readonly PageTrial[]): string =>
    some.map((trial) => lineOf(trial, axes, x, y)).join("");
  const isCrowded = namesCollide(axes, x);
  const faint = useMemo(() => lines(trials), [trials, axes, width]);
  const groups = useMemo(() => byColor(shown, configurations), [shown, configurations]);
  return (
    <div class="scroll" ref={element} tabIndex={0} role="group" aria-label="Parallel coordinates">
      <svg width={width} height={HEIGHT} class="parallel">
        <title>{`One line for each of ${shown.length} of ${trials.length} trials, through its settings to its result`}</title>
        {shown.length < trials.length && <path class="line faint" d={faint} />}
        {groups.map(({ color, members }) => (
          <path key={color} class="line" style={lineStyle(color)} d={lines(members)} />
        ))}
        {marked.map((trial) => (
          <path key={`m${trial.index}`} class="line marked" d={lines([trial])} />
        ))}
        {axes.map((axis, i) => (
          <AxisBrush
            key={axis.key}
            axis={axis}
            x={x(i)}
            top={TOP}
            bottom={HEIGHT - BOTTOM}
            isLast={i === axes.length - 1}
            isRaised={isCrowded && i % 2 === 1}
            brush={brushes[axis.key]}
            onBrush={(brush) => onBrush(axis.key, brush)}
          />
        ))}
      </svg>
    </div>
  );
}

/** Returns whether the names above two neighbours would be on each other. */
function namesCollide(axes: readonly Axis[], x: (i: number) => number): boolean {
  const spans = axes.map(({ label }, i) => {
    const width = textWidth(label, { isBold: true });
    const right = x(i) + (i === axes.length - 1 ? LAST_NAME : width / 2);
    return { left: right - width, right };
  });
  return spans.some(({ left }, i) => i > 0 && left < spans[i - 1]!.right + 8);
}

/** Returns the trials of each colour; that of the best setting is the last one, so that it is on top. */
function byColor(
  trials: readonly PageTrial[],
  configurations: readonly PageConfiguration[],
): { color: string; members: PageTrial[] }[] {
  const rankOf = ({ configuration }: PageTrial): number => configurations[configuration]!.rank;
  const groups = new Map<string, PageTrial[]>();
  for (const trial of trials.toSorted((a, b) => rankOf(a) - rankOf(b))) {
    const { color } = configurations[trial.configuration]!;
    const members = groups.get(color);
    if (members) members.push(trial);
    else groups.set(color, [trial]);
  }
  return [...groups].map(([color, members]) => ({ color, members })).toReversed();
}

/** Curves instead of corners: lines that meet at a value are distinguishable behind it. */
function lineOf(
  trial: PageTrial,
  axes: readonly Axis[],
  x: (i: number) => number,
  y: (place: number) => number,
): string {
  let path = "";
  let [beforeX, beforeY] = [0, 0];
  for (const [i, axis] of axes.entries()) {
    const [atX, atY] = [x(i), y(axis.placeOf(trial))];
    const middle = ((beforeX + atX) / 2).toFixed(1);
    const end = `${atX.toFixed(1)},${atY.toFixed(1)}`;
    path += i === 0 ? `M${end}` : `C${middle},${beforeY.toFixed(1)} ${middle},${atY.toFixed(1)} ${end}`;
    [beforeX, beforeY] = [atX, atY];
  }
  return axes.length === 1 ? `${path}h1` : path;
}
