import type { Tool } from "./tools.ts";

/** How much a part measures: all of it; enough for a table within minutes; just enough to see that it works. */
export type Size = "full" | "quick" | "smallest";

/** What a part does: it measures figures, plain data, and puts them as text. */
export interface Measurement<Figures> {
  measure(size: Size): Figures | Promise<Figures>;
  text(figures: Figures): string;
}

/** A part of the benchmark, as the list has it. */
export interface Part<Figures> {
  /** What it measures, in a line. */
  readonly what: string;
  /** Without these it cannot be measured at all; the smallest form needs no data. */
  readonly needs: readonly Tool[];
  /** Loads what it does: a process loads one part only. */
  load(): Promise<Measurement<Figures>>;
}

/** Returns what belongs to a size. */
export function bySize<Value>(size: Size, values: Readonly<Record<Size, Value>>): Value {
  return values[size];
}
