import { SOBOL_DIMENSIONS } from "../../../math/sobol/sobol-coordinate.ts";
import { statement } from "../../../statement.ts";
import type { Problem } from "../../problem.ts";
import { errorAt } from "../../source-text.ts";
import type { Point, Search, Sweep } from "../../sweep.ts";
import type { GridLimit } from "../checks/check-grid-size.ts";
import { mostDraws } from "./draw-points.ts";
import { searchSpace } from "./search-space.ts";

/** Returns the distributions that no search draws from, or that a search has none, or more axes than its method can have. */
export function checkSearch({ search, branches, folder }: Sweep): Problem[] {
  const drawn = branches.flatMap(({ dimensions }) =>
    dimensions.flatMap(({ column, distribution }) => {
      return distribution ? [{ column, distribution }] : [];
    }),
  );
  if (!search)
    return drawn.map(({ column, distribution: { kind, place } }) => {
      const rule = { subject: column, verb: "needs", allowed: "a search to be drawn", found: kind };
      const hint = "Write sweep: {search: {method: sobol, configurations: 32}}, or a list";
      return errorAt(place, statement("needs-search", rule, hint));
    });
  if (drawn.length === 0) {
    const allowed = "an axis with a distribution: uniform, logUniform or integers";
    const rule = { subject: "A search", verb: "needs", allowed, found: "lists alone" };
    const hint = "Remove search: without it, every combination of the lists is trained";
    return [errorAt(search.place, statement("needs-distribution", rule, hint))];
  }
  const { axes } = searchSpace(branches, folder);
  if (search.method !== "sobol" || axes <= SOBOL_DIMENSIONS) return [];
  const rule = {
    subject: "sobol",
    verb: "must have",
    allowed: `at most ${SOBOL_DIMENSIONS} axes`,
    found: axes,
  };
  return [errorAt(search.place, statement("search-too-large", rule, "Write method: random"))];
}

/** Returns that a search has more configurations than allowed, those of `include` among them, if so. */
export function checkSearchSize(
  { configurations, sizePlace }: Search,
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
  const found = points.filter(({ inclusion }) => !inclusion).length;
  const { configurations, sizePlace } = search;
  if (found === configurations) return [];
  const rule = {
    subject: "A search",
    verb: "must find",
    allowed: `${configurations} different configurations`,
    found: `${found} in ${mostDraws(search)} draws`,
  };
  const hint = "Lower configurations, widen an axis, or narrow a rule of exclude";
  return [errorAt(sizePlace, statement("search-too-large", rule, hint))];
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
