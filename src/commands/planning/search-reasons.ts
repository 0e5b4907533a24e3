import { kindName, unitOf } from "../../configuration/kind-of.ts";
import type { PlanSoFar } from "../../pipeline/rounds/plan-so-far.ts";
import { sequenceText } from "../../report/grid/search-text.ts";
import { rungPlaces, type RungPlace } from "../../results/search/rung-places.ts";
import type { Point } from "../../spec/sweep.ts";
import { counted } from "../../text/counted.ts";
import type { Trial } from "../../trials/trial.ts";

/** Why a search trains a trial, and how far. */
export interface Reasons {
  readonly search?: string;
  /** Number of its point in the sequence. */
  readonly point?: number;
  /** From 1: the one in which results chose it. */
  readonly generation?: number;
  /** Numbers of the configurations near which it was chosen. */
  readonly near?: readonly number[];
  readonly rungs?: readonly (RungPlace & { readonly unit: string })[];
}

/** Returns why a search trains a trial; empty for a grid. */
export function reasonsOf(
  { configurationIndex }: Trial,
  { draw, chosen }: Point,
  { plan, outcomes }: PlanSoFar,
): Reasons {
  const { search } = plan.experiment.sweep;
  if (!search) return {};
  const { method, decided } = search;
  const choice = chosen === undefined ? undefined : decided?.chosen[chosen];
  const unit = unitOf(kindName(plan.experiment.base));
  const rungs = rungPlaces(plan, outcomes, configurationIndex).map((place) => ({ ...place, unit }));
  return {
    search: method,
    ...(draw !== undefined && { point: draw }),
    ...(choice && { generation: choice.generation + 1, near: choice.near }),
    ...(rungs.length > 0 && { rungs }),
  };
}

/** "point 5 of a scrambled Sobol sequence", "generation 3, near configurations 14 and 22", "1 epoch: 11th of 27, 9 continued". */
export function reasonTexts({ search, point, generation, near = [], rungs = [] }: Reasons): string[] {
  return [
    ...(point === undefined
      ? []
      : [`point ${point} of ${sequenceText(search === "random" ? search : "sobol")}`]),
    ...(generation === undefined ? [] : [generationText(generation, near)]),
    ...rungs.map(({ length, unit, place, settings, continued }) => {
      return `after ${counted(length, unit)}: place ${place} of ${settings}${continued > 0 ? `, ${continued} continued` : ""}`;
    }),
  ];
}

function generationText(generation: number, near: readonly number[]): string {
  const where = near.length === 0 ? "from the whole space" : `near configuration ${near.join(", ")}`;
  return `chosen in generation ${generation} ${where}`;
}
