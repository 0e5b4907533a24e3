import { epochSettings } from "../../../configuration/depends-on-epochs.ts";
import { ladderEpochs } from "../../../search/ladder.ts";
import { statement } from "../../../statement.ts";
import type { Draft } from "../../fields/draft.ts";
import type { Problem } from "../../problem.ts";
import { errorAt } from "../../source-text.ts";
import type { Budget, Point, Search } from "../../sweep.ts";
import { configurationOf } from "../configuration-of.ts";
import { lengthPath, repetitionsIn, replicatesIn } from "./read-search.ts";

/** A race compares all pairs of its configurations at each look. */
const MOST_RACERS = 1000;

/** Returns why the configurations of a search cannot be compared as it wants, or cost more than its budget pays for. */
export function checkSearchPoints(search: Search, points: readonly Point[], draft: Draft): Problem[] {
  const { ladder, first, budget } = search;
  const unequal = ladder || budget?.unit === "epochs" ? checkLengths(search, points, draft) : [];
  if (unequal.length > 0) return unequal;
  const competes = ladder !== undefined || first !== undefined;
  return [
    ...(competes ? checkCompetition(search, points) : []),
    ...(ladder ? checkSchedules(search, points) : []),
    ...(budget && competes ? checkCost(search, budget, points.length * repetitionsIn(draft), draft) : []),
  ];
}

function checkLengths({ method, place }: Search, points: readonly Point[], draft: Draft): Problem[] {
  const path = lengthPath(draft);
  const lengths = new Map(points.map(({ cells }) => [cells[path]?.value, cells[path]]));
  if (lengths.size < 2) return [];
  const written = [...lengths.values()].find((cell) => cell?.place)?.place ?? place;
  const rule = {
    subject: path,
    verb: "must be",
    allowed: `one number with method: ${method}`,
    found: [...lengths.keys()]
      .map(Number)
      .toSorted((a, b) => a - b)
      .join(", "),
  };
  const hint =
    method === "halving" || method === "hyperband"
      ? `Write the largest one: ${method} tries shorter ones`
      : "Write budget: {trials: 100}";
  return [errorAt(written, statement("search-options", rule, hint))];
}

function checkCompetition({ method, place, first }: Search, points: readonly Point[]): Problem[] {
  if (first !== undefined && points.length > MOST_RACERS) {
    const rule = {
      subject: "A race",
      verb: "must have",
      allowed: `at most ${MOST_RACERS} configurations`,
      found: points.length,
    };
    const hint = "Write method: halving, or try fewer values: a race compares every pair";
    return [errorAt(place, statement("search-options", rule, hint))];
  }
  if (points.length > 1) return [];
  const rule = {
    subject: `search: ${method}`,
    verb: "needs",
    allowed: "at least 2 configurations",
    found: points.length,
  };
  return [errorAt(place, statement("search-options", rule, "Give a field several values, or remove search"))];
}

/** Whether a configuration trains otherwise when it is to train longer is a matter of two fields. */
function checkSchedules({ method }: Search, points: readonly Point[]): Problem[] {
  const seen = new Set<string>();
  return points.flatMap(({ cells }) => {
    const [schedule, stopping] = [cells["schedule"], cells["earlyStopping.restoreBest"]];
    const key = JSON.stringify([schedule?.value, stopping?.value, cells["earlyStopping.patience"]?.value]);
    if (seen.has(key)) return [];
    seen.add(key);
    const settings = epochSettings(configurationOf(cells));
    if (settings.length === 0) return [];
    const place = (settings[0]!.startsWith("schedule") ? schedule : stopping)?.place;
    if (!place) return [];
    const rule = {
      subject: `search: ${method}`,
      verb: "needs",
      allowed: "training that does not depend on the number of epochs",
      found: settings.join(" and "),
    };
    const hint = "Write another schedule, without restoreBest; or method: racing, sobol or tpe";
    return [errorAt(place, statement("search-options", rule, hint))];
  });
}

/** @param all Trials of the whole experiment. */
function checkCost({ ladder, first = 1 }: Search, budget: Budget, all: number, draft: Draft): Problem[] {
  const { unit, amount, trials, place } = budget;
  const firstTrials = ladder ? all : (all / replicatesIn(draft)) * first;
  const needed =
    ladder && unit === "epochs"
      ? ladderEpochs(all / repetitionsIn(draft), ladder) * repetitionsIn(draft)
      : firstTrials;
  const paid = ladder ? amount : trials;
  if (needed <= paid) return [];
  const rule = {
    subject: "The budget",
    verb: "must pay for",
    allowed: `${needed} ${ladder ? unit : "trials"}, ${ladder ? "all rungs" : "the first comparison"}`,
    found: paid,
  };
  return [errorAt(place, statement("search-options", rule, "Raise it, or try fewer configurations"))];
}
