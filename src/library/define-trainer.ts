import type { FieldValue } from "../fields/tables/field.ts";

/** What a module of `kind: program` is given beside its parameters. */
export interface TrainerContext {
  /** The same for one replicate of all settings. */
  readonly seed: number;
  /** The last epoch that it may report. */
  readonly epochs: number;
  /** A folder for its files, removed when it ends. */
  readonly folder: string;
  /**
   * With `checkpoints: true` a folder: what a shorter trial left in it, or nothing, from which this one continues, and what
   * this one leaves for longer ones. Else empty.
   */
  readonly checkpoint: string;
  /** Aborts when the trial has to end. */
  readonly signal: AbortSignal;
}

/** Metrics at an epoch; without `epoch`, at the end. */
export type TrainerReport = Readonly<Record<string, number>>;

/** A generator that trains, and yields metrics. */
export type Trainer<Parameters> = (
  parameters: Parameters,
  context: TrainerContext,
) => AsyncIterable<TrainerReport> | Iterable<TrainerReport>;

/**
 * Returns a trainer as it is, with its type checked.
 *
 * @example
 * // A module exports this as `train`.
 * const train = defineTrainer(function* ({ eta }, { epochs }) {
 *   for (let epoch = 1; epoch <= epochs; epoch++) yield { epoch, loss: eta / epoch };
 * });
 */
export function defineTrainer<Parameters extends Readonly<Record<string, FieldValue>>>(
  train: Trainer<Parameters>,
): Trainer<Parameters> {
  return train;
}
