import { metricText } from "../../../results/metric-text.ts";
import type { RaceBand, RaceCourse } from "../../../results/search/race-course.ts";
import type { Results } from "../../../results/results.ts";
import { settingText } from "../../../results/setting-text.ts";
import { clipText } from "../../../text/clip-text.ts";
import { counted } from "../../../text/counted.ts";
import { ruleMark, type Mark, type Place } from "../chart.ts";
import { ACCENT, AXIS, distinctColor, GREY } from "../colors.ts";
import { spreadLabels } from "../curves/spread-labels.ts";
import type { Picture } from "../picture.ts";
import type { PlotScale } from "../plot-scale.ts";
import { countAxis, valueAxis } from "../value-axis.ts";
import { beyondMark, betterScale, isBeyond } from "./better-scale.ts";

const SIZE = { width: 520, height: 300 } as const;
/** Between the middles of two names. */
const LINE_HEIGHT = 17;
/** Settings in the race at its end that are named. */
const MOST_NAMED = 6;
/** From the line of a look to a count. */
const ASIDE = 5;
const MOST_CHARACTERS = 36;

/** A setting of a race. */
interface Racer {
  /** Number of the setting. */
  readonly index: number;
  /** Its mean after each replicate. */
  readonly means: readonly number[];
  readonly end: number;
  /** Whether it was in the race at its end. */
  readonly stays: boolean;
}

/**
 * Returns the picture of a race: the mean of each setting by the number of replicates, until it left, and the band of the next
 * best, from which one sees how near to a decision it was.
 */
export function racePicture({ looks, means, bands }: RaceCourse, results: Results): Picture[] {
  const { experiment, configurations } = results;
  const { metric, goal } = experiment.objective;
  const last = looks.at(-1);
  const racers = last ? rankedRacers(means, last, goal) : [];
  if (!last || racers.length < 2) return [];
  const ends = racers.map(({ end }) => end);
  const better = racers.slice(0, Math.ceil(racers.length / 2));
  const scale = betterScale(metric, meansOf(racers), meansOf(better));
  const isCut = ends.some((end) => isBeyond(end, scale));
  const metricName = metricText(metric, results);
  const acrossOf = (replicates: number): number => {
    return (SIZE.width * (replicates - 1)) / Math.max(1, last.replicates - 1);
  };
  const band = bands[racers[1]!.index] ?? [];
  const edge = { isLowest: goal === "maximize", height: SIZE.height };
  return [
    {
      name: "race",
      alt: `${experiment.name}: mean ${metricName} of ${counted(configurations.length, "setting")} by number of replicates`,
      caption: captionOf(looks),
      drawing: {
        title: `Mean ${metricName} by number of replicates`,
        subtitle: [
          "lines end where settings left; thick: the best one",
          ...(band.length > 1 ? ["shaded: where the next one may be"] : []),
          ...(isCut ? [`${edge.isLowest ? "↓" : "↑"}: how many are worse`] : []),
          ...(scale.type === "log" ? ["logarithmic scale"] : []),
        ].join("; "),
        size: SIZE,
        marks: [
          ...valueAxis(scale, metric, { size: SIZE, direction: "up" }),
          ...looks.map(({ replicates }): Mark => {
            const x = acrossOf(replicates);
            return ruleMark({ x, y: 0 }, { x, y: SIZE.height }, { color: AXIS, width: 1, isDashed: true });
          }),
          ...countAxis([1, last.replicates], "replicates", SIZE),
          ...bandOf(band, { scale, acrossOf }),
          ...racers.flatMap((racer, place) => lineOf(racer, place, { scale, acrossOf })).toReversed(),
          ...looks.flatMap(({ replicates }) => {
            const there = racers.filter((own) => own.means.length === replicates && isBeyond(own.end, scale));
            return beyondMark(there.length, acrossOf(replicates) + ASIDE, edge);
          }),
          ...namesOf(racers, scale, results),
        ],
      },
    },
  ];
}

function meansOf(racers: readonly Racer[]): number[] {
  return racers.flatMap(({ means }) => means);
}

/** The best first. */
function rankedRacers(
  means: RaceCourse["means"],
  last: RaceCourse["looks"][number],
  goal: "minimize" | "maximize",
): Racer[] {
  const racers = means.flatMap((own, index): Racer[] => {
    const stays = last.contenders.includes(index) && !last.left.includes(index);
    return own.length === 0 ? [] : [{ index, means: own, end: own.at(-1)!, stays }];
  });
  const sign = goal === "maximize" ? -1 : 1;
  return racers.sort(
    (a, b) =>
      Number(b.stays) - Number(a.stays) ||
      b.means.length - a.means.length ||
      sign * (a.end - b.end) ||
      a.index - b.index,
  );
}

function lineOf(
  { means, end, stays }: Racer,
  place: number,
  { scale, acrossOf }: { scale: PlotScale; acrossOf: (replicates: number) => number },
): Mark[] {
  const [color, width] = place === 0 ? [distinctColor(1), 2.6] : [stays ? ACCENT : GREY, 1.4];
  const places = means.map((value, i): Place => ({ x: rounded(acrossOf(i + 1)), y: heightOf(value, scale) }));
  const line: Mark = { mark: "line", places, color, width, isClipped: true };
  if (isBeyond(end, scale)) return [line];
  return [{ mark: "dot", ...places.at(-1)!, radius: width + 1.4, color }, line];
}

/** Beside the leader of each look: it leaves the race where the band no longer meets the line of the best. */
function bandOf(
  band: readonly RaceBand[],
  { scale, acrossOf }: { scale: PlotScale; acrossOf: (replicates: number) => number },
): Mark[] {
  if (band.length < 2) return [];
  const spans = band.map(({ replicates, low, high }) => ({
    x: rounded(acrossOf(replicates)),
    low: heightOf(low, scale),
    high: heightOf(high, scale),
  }));
  return [{ mark: "area", spans, color: GREY, opacity: 0.25, isClipped: true }];
}

function namesOf(racers: readonly Racer[], scale: PlotScale, { columns, configurations }: Results): Mark[] {
  const named = racers.filter(({ stays, end }, i) => i === 0 || (stays && !isBeyond(end, scale)));
  const shown = named.slice(0, MOST_NAMED);
  const heights = spreadLabels(
    shown.map(({ end }) => heightOf(end, scale)),
    LINE_HEIGHT,
    SIZE.height,
  );
  return shown.map(({ index }, i): Mark => ({
    mark: "text",
    x: SIZE.width + 12,
    y: heights[i]!,
    text: clipText(settingText(configurations[index]!, columns), MOST_CHARACTERS),
    color: i === 0 ? distinctColor(1) : ACCENT,
  }));
}

function heightOf(value: number, { share, type, domain: [low] }: PlotScale): number {
  return rounded((1 - (type === "log" && value < low ? 0 : share(value))) * SIZE.height);
}

/** In tenths of a pixel. */
function rounded(place: number): number {
  return Math.round(10 * place) / 10;
}

function captionOf(looks: RaceCourse["looks"]): string {
  const parts = looks.map(({ replicates, contenders, left }, i) => {
    return `${contenders.length - left.length} after ${i === 0 ? counted(replicates, "replicate") : replicates}`;
  });
  return `Of ${counted(looks[0]!.contenders.length, "setting")}, so many were left: ${parts.join(", ")}`;
}
