import { figureText } from "../../../results/figure-text.ts";
import { metricText } from "../../../results/metric-text.ts";
import type { Results } from "../../../results/results.ts";
import type { Search } from "../../../spec/sweep.ts";
import { capitalized, counted } from "../../../text/counted.ts";
import { ruleMark, type Mark, type Place } from "../chart.ts";
import { ACCENT, ALARM, AXIS, distinctColor } from "../colors.ts";
import type { Picture } from "../picture.ts";
import { countAxis, valueAxis } from "../value-axis.ts";
import { betterScale, EDGE, isBeyond } from "./better-scale.ts";

/** So many dots are small. */
const MANY = 200;
const SIZE = { width: 520, height: 260 } as const;

/** Returns the picture of a search whose settings all train alike: the result of each in plan order, and the best so far. */
export function bestSoFarPicture(results: Results): Picture[] {
  const { experiment, configurations } = results;
  const { metric, goal } = experiment.objective;
  const { search } = experiment.sweep;
  const values = configurations.map(({ objective }) => objective.mean);
  const known = values.flatMap((value) => value ?? []);
  if (!search || known.length < 2) return [];
  const ranked = known.toSorted((a, b) => (goal === "maximize" ? b - a : a - b));
  const scale = betterScale(metric, known, ranked.slice(0, Math.ceil(ranked.length / 2)));
  const acrossOf = (place: number): number => rounded((SIZE.width * place) / (values.length - 1));
  const heightOf = (value: number): number => rounded((1 - scale.share(value)) * SIZE.height);
  const worst = goal === "maximize" ? SIZE.height - EDGE : EDGE;
  const steps = bestSteps(values, goal);
  const line = steps.flatMap(({ place, value }, i): Place[] => {
    const end = acrossOf(steps[i + 1]?.place ?? values.length - 1);
    const y = heightOf(value);
    return [
      { x: acrossOf(place), y },
      { x: end, y },
    ];
  });
  const starts = generationStarts(search, values.length);
  const radius = values.length > MANY ? 2 : 3.5;
  const metricName = metricText(metric, results);
  return [
    {
      name: "best-so-far",
      alt: `${experiment.name}: ${metricName} of every setting in the order of the search, and the best so far`,
      caption: captionOf(steps, { metric, search, count: values.length }),
      drawing: {
        title: `${capitalized(metricName)} in the order of the search`,
        subtitle: [
          "line: the best so far",
          ...(starts.length > 0 ? ["dashed: a generation begins"] : []),
          ...(known.some((value) => isBeyond(value, scale)) ? ["ring: worse than shown"] : []),
          ...(known.length < values.length ? ["×: no value"] : []),
          ...(scale.type === "log" ? ["logarithmic scale"] : []),
        ].join("; "),
        size: SIZE,
        marks: [
          ...valueAxis(scale, metric, { size: SIZE, direction: "up" }),
          ...starts.map((start): Mark => {
            const x = acrossOf(start - 0.5);
            return ruleMark({ x, y: 0 }, { x, y: SIZE.height }, { color: AXIS, width: 1, isDashed: true });
          }),
          ...countAxis([1, values.length], "setting", SIZE),
          ...values.map((value, place): Mark => {
            const x = acrossOf(place);
            if (value === null) return { mark: "cross", x, y: worst, radius: 4, color: ALARM };
            if (isBeyond(value, scale)) return { mark: "ring", x, y: worst, radius, color: ACCENT };
            return { mark: "dot", x, y: heightOf(value), radius, color: ACCENT };
          }),
          { mark: "line", places: line, color: distinctColor(1), width: 2.2, isClipped: true },
        ],
      },
    },
  ];
}

/** A setting that was better than all before it. */
interface Step {
  /** Its place in the plan, from 0. */
  readonly place: number;
  readonly value: number;
}

function bestSteps(values: readonly (number | null)[], goal: "minimize" | "maximize"): Step[] {
  const steps: Step[] = [];
  for (const [place, value] of values.entries()) {
    const best = steps.at(-1)?.value;
    if (value === null) continue;
    if (best === undefined || (goal === "maximize" ? value > best : value < best))
      steps.push({ place, value });
  }
  return steps;
}

/** In tenths of a pixel. */
function rounded(place: number): number {
  return Math.round(10 * place) / 10;
}

/** Returns the places of the first setting of each generation that results chose. */
function generationStarts({ decided }: Search, count: number): number[] {
  const { chosen = [] } = decided ?? {};
  const isFirst = (place: number): boolean => chosen[place]!.generation !== chosen[place - 1]?.generation;
  return [...chosen.keys()].filter(isFirst).map((place) => count - chosen.length + place);
}

function captionOf(
  steps: readonly Step[],
  { metric, search, count }: { metric: string; search: Search; count: number },
): string {
  const best = steps.at(-1)!;
  const found = `The best of ${counted(count, "setting")}, ${figureText(metric, best.value)}, was number ${best.place + 1}`;
  const [chosen] = generationStarts(search, count);
  const before = steps.findLast(({ place }) => chosen !== undefined && place < chosen);
  if (chosen === undefined || !before || before === best) return found;
  return `${found}; the best of the first ${chosen}, which were drawn, had ${figureText(metric, before.value)}`;
}
