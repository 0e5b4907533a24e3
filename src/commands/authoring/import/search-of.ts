import { SEARCH } from "../../../fields/rules.ts";
import type { ImportedParameter, ImportedSweep } from "./imported-sweep.ts";

/** What a search has whose source names no number. */
const CONFIGURATIONS = 32;

/** No more configurations than that are one generation of a search that learns: then it learns nothing. */
const GENERATION = SEARCH.properties.generation.default;

/** What the experiment draws, nothing if it has every combination, and what is to be said about it. */
interface SpecSearch {
  readonly search?: { readonly method: "random" | "sobol" | "tpe"; readonly configurations: number };
  readonly notes: readonly string[];
}

/** Returns how an imported sweep draws its configurations. @param own The parameters that do not become fields. */
export function searchOf(
  { search, parameters }: ImportedSweep,
  own: readonly ImportedParameter[],
  replicates: number,
): SpecSearch {
  if (!search) return { notes: [] };
  const { source, method, runs } = search;
  const wanted = runs === undefined ? CONFIGURATIONS : Math.ceil(runs / replicates);
  const isDrawn = own.some(({ drawn }) => drawn);
  const isSmall = sizeOf(parameters, Infinity) / replicates <= wanted;
  if (!isDrawn || isSmall)
    return { notes: [`${source} draws among these values: the experiment has every combination.`] };
  const isTooSmall = method === "tpe" && wanted <= GENERATION;
  const how = isTooSmall
    ? `${source} learns from what it has tried, and ${wanted} configurations are too few for that: the experiment has method: sobol, which spreads its points evenly.`
    : `${source} became sweep.search with method: ${method}: it draws other points than its source.`;
  const howMany =
    runs === undefined
      ? `${source} runs until it is stopped: ${wanted} configurations are a guess.`
      : `${runs} runs became ${wanted} configurations${replicates > 1 ? ` with ${replicates} replicates` : ""}.`;
  return { search: { method: isTooSmall ? "sobol" : method, configurations: wanted }, notes: [how, howMany] };
}

/** Returns what a search draws otherwise than its source. */
export function guessNote({ name, drawn }: ImportedParameter): string[] {
  return drawn?.guess === undefined ? [] : [`${name}: ${drawn.guess}.`];
}

/** Returns how many combinations there are. @param count Of the values of a continuous parameter. */
export function sizeOf(parameters: readonly ImportedParameter[], count: number): number {
  return parameters.reduce((size, each) => size * ("values" in each ? each.values.length : count), 1);
}
