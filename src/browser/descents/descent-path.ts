import type { PageData } from "../../report/page/page-data.ts";
import type { PageDescents } from "../../report/page/page-models.ts";
import { followed, placeIn, type PanelPlace } from "../../report/pictures/descent/panel-place.ts";

/** One step of a descent. */
export interface DescentStep {
  /** v1, and v2 where there are two. */
  readonly at: readonly number[];
  readonly value: number | null;
  readonly gradientNorm: number | null;
  /** On the ground, in pixels of the picture. */
  readonly place: PanelPlace;
}

/** A descent that can be followed. */
export interface DescentPath {
  readonly scene: PageDescents;
  /** `PageTrial.index`. */
  readonly trial: number;
  readonly setting: string;
  /** The start first; where a path leaves the ground far behind, it ends there. */
  readonly steps: readonly DescentStep[];
}

/** Returns the descents that have a path on a page, function by function. */
export function descentPaths(
  { trials, configurations }: PageData,
  scenes: readonly PageDescents[],
): DescentPath[] {
  return scenes.flatMap((scene) =>
    scene.trials.flatMap((index): DescentPath[] => {
      const { series, configuration } = trials[index]!;
      const steps = stepsOf(series, scene);
      if (steps.length === 0) return [];
      return [{ scene, trial: index, setting: configurations[configuration]!.setting, steps }];
    }),
  );
}

function stepsOf(series: PageData["trials"][number]["series"], { frame }: PageDescents): DescentStep[] {
  const { v1 = [], v2, value = [], gradientNorm = [] } = series;
  const steps = v1.flatMap((x, step): DescentStep[] => {
    const height = frame.isMap ? v2?.[step] : value[step];
    if (x === null || height === null || height === undefined) return [];
    return [
      {
        at: frame.isMap ? [x, height] : [x],
        value: value[step] ?? null,
        gradientNorm: gradientNorm[step] ?? null,
        place: placeIn(frame, [x, height]),
      },
    ];
  });
  return steps.slice(0, followed(steps.map(({ place }) => place)).length);
}
