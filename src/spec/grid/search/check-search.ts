import { SOBOL_DIMENSIONS } from "../../../math/sobol/sobol-coordinate.ts";
import { statement, type BrokenRule } from "../../../statement.ts";
import type { Draft } from "../../fields/draft.ts";
import type { Problem } from "../../problem.ts";
import { errorAt, type Place } from "../../source-text.ts";
import type { NumberDistribution } from "../../distribution.ts";
import type { Point, Search, Sweep } from "../../sweep.ts";
import type { GridLimit } from "../checks/check-grid-size.ts";
import { checkOptionsOf } from "./check-search-options.ts";
import { drawnFirst, mostDraws } from "./draw-points.ts";
import { searchSpace } from "./search-space.ts";

/** Returns what is wrong with a search itself, or the distributions that no search draws from. */
export function checkSearch({ search, branches, folder }: Sweep, draft: Draft): Problem[] {
  const drawn = branches.flatMap(({ dimensions }) =>
    dimensions.flatMap(({ column, distribution }) => (distribution ? [{ column, distribution }] : [])),
  );
  if (!search) return drawn.map(({ column, distribution }) => needsSearch(column, distribution));
  const options = checkOptionsOf(search, draft);
  if (options.length > 0) return options;
  const source = checkSource(search, drawn[0]);
  if (source.length > 0 || search.configurations === undefined) return source;
  const { axes } = searchSpace(branches, folder);
  if (search.method === "random" || axes.length <= SOBOL_DIMENSIONS) return [];
  const rule = {
    subject: search.method,
    verb: "must have",
    allowed: `at most ${SOBOL_DIMENSIONS} axes`,
    found: axes.length,
  };
  return [errorAt(search.place, statement("search-too-large", rule, "Write method: random"))];
}

function needsSearch(subject: string, { kind, place }: NumberDistribution): Problem {
  const rule = { subject, verb: "needs", allowed: "a search to be drawn", found: kind };
  const hint = "Write sweep: {search: {method: sobol, configurations: 32}}, or a list";
  return errorAt(place, statement("needs-search", rule, hint));
}

/** Returns whether a search has both something to draw from and a number of configurations to draw, or neither. */
function checkSource(
  { method, configurations, place, sizePlace }: Search,
  drawn: { readonly column: string; readonly distribution: NumberDistribution } | undefined,
): Problem[] {
  const mayTakeAll = method === "halving" || method === "racing";
  if (drawn && configurations === undefined) {
    const found = `${drawn.column}: ${drawn.distribution.kind}`;
    const rule = {
      subject: `search: ${method}`,
      verb: "needs",
      allowed: "a number of configurations",
      found,
    };
    const hint = "Add configurations: 27 to search, or write a list of values";
    return [errorAt(place, statement("needs-distribution", rule, hint))];
  }
  if (drawn || configurations === undefined) return drawn || mayTakeAll ? [] : [needsNumber(method, place)];
  const allowed = "an axis with a distribution: uniform, logUniform or integers";
  const rule = { subject: "A search", verb: "needs", allowed, found: "lists alone" };
  const hint = mayTakeAll
    ? "Remove configurations: every combination of the lists takes part"
    : "Remove search: without it, every combination of the lists is trained; or write method: halving or racing";
  return [errorAt(mayTakeAll ? sizePlace : place, statement("needs-distribution", rule, hint))];
}

function needsNumber(method: string, place: Place): Problem {
  const rule = { subject: `search: ${method}`, verb: "needs", allowed: "configurations or budget" };
  return errorAt(place, statement("search-options", rule, "Add configurations: 32 to search"));
}

/** Returns that a search has more configurations than allowed, those of `include` among them, if so. */
export function checkSearchSize(
  { configurations = 0, sizePlace }: Search,
  { include }: Sweep,
  { most, advice }: GridLimit,
): Problem[] {
  const size = configurations + include.length;
  if (size <= most) return [];
  const found = include.length > 0 ? `${configurations} + ${include.length} of include` : size;
  const rule = { subject: "A search", verb: "must have", allowed: `at most ${most} configurations`, found };
  return [errorAt(sizePlace, statement("grid-too-large", rule, `Lower configurations, or ${advice}`))];
}

/** Returns that a search has not found as many configurations as it wants, if so. */
export function checkDrawn(search: Search, points: readonly Point[]): Problem[] {
  if (search.configurations === undefined) return [];
  const wanted = drawnFirst(search);
  const found = points.filter(({ inclusion }) => !inclusion).length;
  if (found === wanted) return [];
  const rule: BrokenRule = {
    subject: "A search",
    verb: "must find",
    allowed: `${wanted} different configurations`,
    found: `${found} in ${mostDraws(search)} draws`,
  };
  const hint = "Lower configurations, widen an axis, or narrow a rule of exclude";
  return [errorAt(search.sizePlace, statement("search-too-large", rule, hint))];
}

/** Returns the first problem of each kind at each place: all values that are drawn from a distribution have its place. */
export function onePerPlace(problems: readonly Problem[]): Problem[] {
  const firsts = new Map<string, Problem>();
  for (const problem of problems) {
    const { file, line, column, code } = problem;
    const key = `${file}:${line}:${column}:${code}`;
    if (!firsts.has(key)) firsts.set(key, problem);
  }
  return [...firsts.values()];
}
