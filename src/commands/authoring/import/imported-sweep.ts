import type { ValueRange } from "../../../fields/experiment-file.ts";

/** A value of a parameter. */
export type ImportedValue = number | string | boolean | readonly (number | string | boolean)[];

/** What a parameter of another system's sweep may be. */
export type Choice =
  | { readonly values: readonly ImportedValue[] }
  /** A continuous parameter, which becomes so many values; `what` says what it was. */
  | { readonly spread: (count: number) => ValueRange | readonly number[]; readonly what: string };

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
  /** Files and patterns that the program depends on, if they exist. */
  readonly files: readonly string[];
  /** The metric that it optimizes, if it names one. */
  readonly metric: { readonly name: string; readonly goal: "minimize" | "maximize" } | undefined;
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
