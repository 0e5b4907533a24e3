import type { BoardStanding } from "./board.ts";

/** Returns the best setting of each condition, the best one first; none of a condition in which no trial has a value. */
export function winnersOf<S extends BoardStanding>(leaderboard: readonly S[]): S[] {
  return leaderboard.filter(isWinner);
}

/** Returns whether a setting is the best of its condition. */
export function isWinner({ place, configuration }: Pick<BoardStanding, "place" | "configuration">): boolean {
  return place === 1 && configuration.objective.mean !== null;
}

/** Returns whether settings are ranked within several conditions. */
export function hasConditions(leaderboard: readonly Pick<BoardStanding, "condition">[]): boolean {
  return leaderboard.some(({ condition }) => condition !== "");
}
