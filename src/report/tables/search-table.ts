import { unitOf, kindName } from "../../configuration/kind-of.ts";
import { figureText } from "../../results/figure-text.ts";
import type { Results } from "../../results/results.ts";
import { raceCourse, type RaceCourse } from "../../results/search/race-course.ts";
import { rungCourse, type RungCourse } from "../../results/search/rung-course.ts";
import { counted } from "../../text/counted.ts";
import { inOwnUnits } from "../in-own-units.ts";

/** How a search decided, as a table of texts. */
export interface SearchTable {
  readonly headings: readonly string[];
  /** One cell for each heading; all are numbers. */
  readonly rows: readonly (readonly string[])[];
  /** Why it ended; may be empty. */
  readonly note: string;
}

/** Returns the rungs or looks of a search; undefined where it has none, and while a record is missing. */
export function searchTable(results: Results): SearchTable | undefined {
  const own = inOwnUnits(results);
  const rungs = rungCourse(own);
  if (rungs.length > 0) return rungTable(rungs, own);
  const race = raceCourse(results, own);
  return race && race.looks.length > 0 ? raceTable(race, results) : undefined;
}

function rungTable(rungs: readonly RungCourse[], { experiment }: Results): SearchTable {
  const { metric, goal } = experiment.objective;
  const hasBrackets = rungs.some(({ bracket }) => bracket > 0);
  const unit = unitOf(kindName(experiment.base));
  const headings = [`${unit}s`, "settings", "continued", "worst that continued", "best that stopped"];
  const end = (values: readonly number[], isBest: boolean): string => {
    const sorted = values.toSorted((a, b) => (goal === "maximize" ? b - a : a - b));
    const value = sorted.at(isBest ? 0 : -1);
    return value === undefined ? "-" : figureText(metric, value);
  };
  return {
    headings: hasBrackets ? ["bracket", ...headings] : headings,
    rows: rungs.map(({ bracket, length, settings, continued, reached }) => {
      const valuesOf = (wanted: boolean): number[] =>
        reached.flatMap(({ continues, value }) => (continues === wanted ? (value ?? []) : []));
      const cells = [length, settings, continued].map(String);
      return [
        ...(hasBrackets ? [String(bracket + 1)] : []),
        ...cells,
        end(valuesOf(true), false),
        end(valuesOf(false), true),
      ];
    }),
    note: "",
  };
}

function raceTable({ looks }: RaceCourse, { experiment }: Results): SearchTable {
  const last = looks.at(-1)!;
  const still = last.contenders.length - last.left.length;
  const endings = {
    winner: "The race ended because one setting was left.",
    tie: `The race ended because the ${counted(still, "setting")} left are a tie.`,
    undecidable: `The race ended because more replicates were unlikely to decide between the ${still} settings left.`,
    diverged: "The race ended because every setting left has a replicate that diverged.",
    spent: `The race ended with ${counted(still, "setting")} left because all ${experiment.replicates.count} replicates were trained.`,
  };
  const { ending } = last.decision;
  return {
    headings: ["replicates", "settings", "left the race", "still in it"],
    rows: looks.map(({ replicates, contenders, left }) =>
      [replicates, contenders.length, left.length, contenders.length - left.length].map(String),
    ),
    note: ending === undefined ? "" : endings[ending],
  };
}
