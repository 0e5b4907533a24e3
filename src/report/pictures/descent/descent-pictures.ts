import { costFunction } from "../../../functions/cost-function.ts";
import { groupBy } from "../../../results/group-by.ts";
import type { Results } from "../../../results/results.ts";
import { counted } from "../../../text/counted.ts";
import type { Picture } from "../picture.ts";
import { contourLayer } from "./contour-layer.ts";
import { descentPanels, type Descent, type DescentPanel } from "./descent-panels.ts";
import { curveLayer } from "./curve-layer.ts";
import { drawPanels } from "./draw-panels.ts";
import { frameDescents, type DescentFrame } from "./descent-frame.ts";
import { largestOf, smallestOf } from "../../../math/extremes.ts";

/** Functions beyond these get no picture. */
const MOST_FUNCTIONS = 4;

/** A function, and descents on it. */
interface DescentScene {
  /** The function in words. */
  readonly name: string;
  readonly panels: readonly DescentPanel[];
  readonly frame: DescentFrame;
  /** SVG of what the paths are drawn over, SIDE pixels wide and high: a contour map or a curve. */
  readonly ground: string;
}

/** Returns a picture of the descents on each function of one or two variables; none for networks. */
export function descentPictures(results: Results): Picture[] {
  const scenes = descentScenes(results);
  return scenes.map((scene, i) => {
    return descentPicture(scene, results, scenes.length > 1 ? `descent-${i + 1}` : "descent");
  });
}

/** Returns the functions of one or two variables with the descents on each. */
export function descentScenes(results: Results): DescentScene[] {
  const byFunction = [...groupBy(descentPanels(results), ({ name }) => name).values()];
  return byFunction.slice(0, MOST_FUNCTIONS).map((panels) => {
    const { minimized, name } = panels[0]!;
    const { at, variables } = costFunction(minimized);
    const frame = frameDescents(panels, at);
    const ground = variables === 1 ? curveLayer(frame, at) : contourLayer(frame, at);
    return { name, panels, frame, ground };
  });
}

function descentPicture(
  { name, panels, frame, ground }: DescentScene,
  { experiment }: Results,
  file: string,
): Picture {
  return {
    name: file,
    alt: `${experiment.name}: descent on ${name}, ${counted(panels.length, "panel")}`,
    caption: captionOf(panels),
    drawing: drawPanels(panels, {
      title: `${experiment.name}: descent on ${name}`,
      subtitle: subtitleOf(frame),
      ground,
      frame,
    }),
  };
}

function subtitleOf({ x, y, isMap }: DescentFrame): string {
  const range = ([low, high]: readonly [number, number]): string => `${shown(low)} to ${shown(high)}`;
  return isMap
    ? `across: v1 from ${range(x)}; up: v2 from ${range(y)}; darker = higher; ring: start, dot: end`
    : `across: v1 from ${range(x)}; up: the value from ${range(y)}; ring: start, dot: end`;
}

function captionOf(panels: readonly DescentPanel[]): string {
  return panels.map(({ setting, descents }) => `${setting}: ${endsText(descents)}`).join("; ");
}

/** Returns "converged after 47 steps", or of several "4 converged after 17 to 67 steps, 2 diverged at step 3". */
function endsText(descents: readonly Descent[]): string {
  if (descents.length === 1) return descents[0]!.end;
  return [...groupBy(descents, ({ status }) => status)].map(([, alike]) => sharedEnd(alike)).join(", ");
}

function sharedEnd(alike: readonly Descent[]): string {
  const counts = alike.map(({ end }) => Number(/\d+/.exec(end)?.[0]));
  const [least, most] = [smallestOf(counts), largestOf(counts)];
  return `${alike.length} ${alike[0]!.end.replace(/\d+/, least === most ? String(least) : `${least} to ${most}`)}`;
}

function shown(value: number): string {
  return String(Number(value.toPrecision(3)));
}
