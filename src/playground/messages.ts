/**
 * What a page and its session say to each other, as plain data.
 * @module
 */
import type { LiveStatus } from "../live/live-status.ts";
import type { ModelFormat } from "../model/model.ts";
import type { PageData } from "../report/page/page-data.ts";
import type { Problem } from "../spec/problem.ts";
import type { ColumnValue } from "../spec/sweep.ts";
import type { Portrait } from "../training/portraits/portrait.ts";

/** A spec as it is typed. */
export interface SpecText {
  /** Names the experiment: "experiments/lr.yaml" is `lr`. Data files are found from its folder. */
  readonly file: string;
  readonly text: string;
}

/** Files that the user has dropped, by their paths in the project: "data/iris.csv". */
export type Files = ReadonlyMap<string, Uint8Array>;

/** What is wrong with a spec, or its warnings and what it would train. */
export type Checked =
  | { readonly status: "refused"; readonly problems: readonly Problem[] }
  | { readonly status: "planned"; readonly problems: readonly Problem[]; readonly plan: PlanFacts };

/** What `gridient plan` prints, as data. */
export interface PlanFacts {
  readonly name: string;
  readonly configurations: number;
  readonly replicates: number;
  readonly trials: number;
  /** Trials that have a record in this browser. */
  readonly stored: number;
  readonly axes: readonly { readonly path: string; readonly values: readonly (ColumnValue | null)[] }[];
  readonly workers: number;
  /** Of the sweep on a typical machine with so many workers; null where it is not known. */
  readonly estimatedSeconds: number | null;
  /** Weights and biases of the largest network, and multiply-adds of the longest trial. */
  readonly parameters: number;
  readonly multiplyAdds: number;
}

/** How a sweep ended. */
export interface Swept {
  readonly page: PageData;
  /** Every trial has a record. */
  readonly complete: boolean;
  readonly cancelled: boolean;
  /** Trials, those of them that have a record now, and those that failed. */
  readonly trials: number;
  readonly ended: number;
  readonly failed: number;
}

/** What a model that trains now answers: a portrait of the weights at the end of an epoch. */
export interface LivePortrait {
  readonly trial: number;
  readonly portrait: Portrait;
}

/** Why a session cannot do something. */
export interface SessionFailure {
  readonly code: "invalid" | "program" | "busy" | "failed";
  readonly message: string;
  readonly hint?: string;
}

/** A file of a model. */
export interface ModelFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a session can be asked, and what it answers. */
export interface Calls {
  readonly ready: { readonly ask: undefined; readonly answer: void };
  readonly setFiles: { readonly ask: Files; readonly answer: void };
  /** Not answered where a later one has come meanwhile. */
  readonly check: { readonly ask: SpecText; readonly answer: Checked | undefined };
  readonly sweep: {
    readonly ask: { readonly spec: SpecText; readonly workers: number };
    readonly answer: Swept;
  };
  readonly stop: { readonly ask: undefined; readonly answer: void };
  readonly stopTrial: { readonly ask: number; readonly answer: void };
  readonly resultsSoFar: { readonly ask: undefined; readonly answer: PageData | undefined };
  readonly results: { readonly ask: undefined; readonly answer: Files };
  readonly model: { readonly ask: ModelFormat; readonly answer: ModelFile };
  readonly zip: { readonly ask: undefined; readonly answer: Uint8Array };
  readonly forget: { readonly ask: undefined; readonly answer: void };
}

/** A question to the session. */
export type Request = {
  [Name in keyof Calls]: { readonly id: number; readonly call: Name; readonly ask: Calls[Name]["ask"] };
}[keyof Calls];

/** Its answer, and what it says while a sweep runs. */
export type Message =
  | { readonly kind: "answer"; readonly id: number; readonly answer: Calls[keyof Calls]["answer"] }
  | { readonly kind: "failure"; readonly id: number; readonly failure: SessionFailure }
  | { readonly kind: "status"; readonly status: LiveStatus }
  | { readonly kind: "portrait"; readonly portrait: LivePortrait };
