import type { Configuration } from "../../fields/configuration.ts";
import type { FieldValue } from "../../fields/tables/field.ts";

/** Pictures that not every kind has: the paths of descents, and what trained models have learned. */
export type OwnPictures = "descents" | "models";

/** What results need from a kind of experiment. Methods take configurations of the kind. */
export interface ResultKind<Of extends Configuration> {
  /** Whether a trial that runs again may end otherwise, so that only a verification knows. */
  readonly mayDiffer: boolean;
  /** The pictures of its own that a report has. */
  readonly pictures: readonly OwnPictures[];
  /**
   * Returns what is given to a configuration rather than chosen: settings that differ in it do not compete.
   *
   * @param isLoss Whether the objective is a loss.
   */
  givenTo(configuration: Of, isLoss: boolean): Readonly<Record<string, FieldValue>>;
  /** Returns whether a field is given rather than chosen. */
  isGiven(path: string, isLoss: boolean): boolean;
  /** Returns all that is given, in words. */
  givenText(configuration: Of): string;
  /** Returns a trial in words, for a list of trials of all kinds. */
  trialText(configuration: Of, replicate: number): string;
}
