import type { Distribution, ValueRange } from "../../../fields/experiment-file.ts";

/** A value of a parameter. */
export type ImportedValue = number | string | boolean | readonly (number | string | boolean)[];

/** What a parameter of another system's sweep may be. */
export type Choice = (
  | { readonly values: readonly ImportedValue[] }
  /** A continuous parameter, which becomes so many values; `what` says what it was. */
  | { readonly spread: (count: number) => ValueRange | readonly number[]; readonly what: string }
) & {
  /** What a search draws it from; absent = from its values. */
  readonly drawn?: Drawn;
};

/** What a search draws a parameter from, and in a sentence why that is not quite what the other system does. */
export interface Drawn {
  readonly from: Distribution | ValueRange;
  readonly guess?: string;
}

/** How the other system chooses the settings that it tries. */
export interface ImportedSearch {
  /** What it calls its method. */
  readonly source: string;
  readonly method: "random" | "tpe";
  /** How many settings it tries, times seeds; absent = until it is stopped. */
  readonly runs: number | undefined;
}

/** A parameter as the other system calls it. */
export type ImportedParameter = Choice & { readonly name: string };

/** A sweep of another system, before it becomes an experiment. */
export interface ImportedSweep {
  /** What it was read from: a file, or a kind of command line. */
  readonly source: string;
  /** The name of the experiment's file, if the user names none. */
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly ImportedParameter[];
  /** Returns the command. @param reference Returns what is replaced by a parameter: `${eta}`. */
  readonly command: (reference: (name: string) => string) => readonly string[];
  /** Absent = it tries every combination. */
  readonly search?: ImportedSearch | undefined;
  /** Files and patterns that the program depends on, if they exist. */
  readonly files: readonly string[];
  /** The metric that it optimizes, as far as it says which. */
  readonly metric: { readonly name?: string; readonly goal: "minimize" | "maximize" } | undefined;
  /** What it says that an experiment cannot: each a sentence. */
  readonly notes: readonly string[];
}

/** Returns a word of a command in which nothing is replaced. */
export function literal(word: string): string {
  return word.replaceAll("${", "$${");
}

/** Returns `count` numbers a step apart, without the noise of binary fractions. */
export function stepped(from: number, step: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => Number((from + i * step).toPrecision(12)));
}
