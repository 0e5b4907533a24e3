import type { Group } from "../../spec/expectation.ts";
import type { Column } from "../../spec/sweep.ts";
import type { ConfigurationResult } from "../results.ts";

/** Whether a claim holds, and what was found. */
export interface Judgement {
  readonly holds: boolean;
  readonly found: string;
  /** What was found as summary.json states it; absent where that is the same. */
  readonly stated?: string;
}

/** What a claim is about. */
export interface Subject {
  /** At least one; every trial has a record. */
  readonly configurations: readonly ConfigurationResult[];
  readonly columns: readonly Column[];
  /** Returns the configurations that fit a pattern. */
  readonly meant: (group: Group) => readonly ConfigurationResult[];
}
