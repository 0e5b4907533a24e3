import type { Zoom } from "../charts/zoom.ts";

/** What the reader has chosen to see: all that a link to the page carries behind its `#`. */
export interface View {
  readonly table: "configurations" | "trials";
  /** Undefined = the order of the leaderboard, or of the plan. */
  readonly sort: Sort | undefined;
  readonly query: string;
  /** By the key of an axis. */
  readonly brushes: Readonly<Record<string, Brush>>;
  /** Whose curves are drawn; undefined = the objective's metric. */
  readonly metric: string | undefined;
  /** What the curves are of. */
  readonly curves: "settings" | "trials";
  /** Which of their values are shown; undefined = those near the best ends. */
  readonly scale: "whole" | "log" | undefined;
  /** The part of the curves that is shown; undefined = all of them. */
  readonly zoom: Zoom | undefined;
  /** The opened trial. */
  readonly trial: number | undefined;
  /** At most two trials to be compared. */
  readonly compared: readonly number[];
  /** Undefined = as the system has it. */
  readonly theme: "light" | "dark" | undefined;
}

/** The column by which a table is sorted. */
export interface Sort {
  readonly key: string;
  readonly descending: boolean;
}

/** A range of an axis that trials must lie in, places from 0 to 1. */
export type Brush = readonly [low: number, high: number];

/** What a reader sees first. */
export const FIRST_VIEW: View = {
  table: "configurations",
  sort: undefined,
  query: "",
  brushes: {},
  metric: undefined,
  curves: "settings",
  scale: undefined,
  zoom: undefined,
  trial: undefined,
  compared: [],
  theme: undefined,
};
