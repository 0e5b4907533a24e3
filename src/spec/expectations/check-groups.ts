import type { Draft } from "../fields/draft.ts";
import type { Problem } from "../problem.ts";
import { errorAt } from "../source-text.ts";
import { entryOf, type SpecNode } from "../spec-node.ts";
import type { Column, Point } from "../sweep.ts";
import type { Expectation } from "../expectation.ts";
import { statement } from "../../statement.ts";

/** What expectations are checked against. */
export interface Scene {
  readonly draft: Draft;
  /** The configurations of the grid. */
  readonly points: readonly Point[];
  readonly columns: readonly Column[];
}

/** Returns the patterns of an expectation that fit no configuration, and that both sides of a comparison share one. */
export function checkGroups(
  { where, claim }: Expectation,
  node: SpecNode,
  { points }: Pick<Scene, "points">,
): Problem[] {
  const others = claim.kind === "comparison" ? [{ key: "beats", group: claim.others }] : [];
  const idle = [{ key: "where", group: where }, ...others].filter(({ group }) => !points.some(group.matches));
  if (idle.length > 0) return idle.map(({ key }) => matchesNone(key, node));
  const shared = others.some(({ group }) =>
    points.some((point) => where.matches(point) && group.matches(point)),
  );
  if (!shared) return [];
  const message = "where and beats match some of the same configurations";
  const wrong = statement("overlapping-groups", message, "Narrow one of the two");
  return [errorAt(entryOf(node, "beats")!.keyPlace, wrong)];
}

function matchesNone(key: string, node: SpecNode): Problem {
  const message = `${key === "where" ? "This expectation" : key} matches no configuration`;
  const place = entryOf(node, key)?.value.place ?? node.place;
  return errorAt(place, statement("matches-nothing", message, "Compare it with the axes and values above"));
}
