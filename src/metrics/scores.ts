import type { TargetFacts } from "../data/dataset.ts";

/** A number that says how good the answers about all examples of a part are together. */
export interface Score {
  readonly name: ScoreName;
  readonly text: string;
  /** What the data must have to predict. */
  readonly target: TargetFacts["kind"];
  readonly goal: "maximize" | "minimize";
  /** Whether it lies between 0 and 1, as the share of the right answers does. */
  readonly isShare: boolean;
  /** Of its definition, where that has changed: the store knows values of older ones no more. */
  readonly version?: number;
}

export type ScoreName =
  | "balancedAccuracy"
  | "precision"
  | "recall"
  | "f1"
  | "rocAuc"
  | "logLoss"
  | "brier"
  /** Of numbers. */
  | "mae"
  | "rmse"
  | "r2";

/** In the order of the columns. */
export const SCORES: readonly Score[] = [
  share("balancedAccuracy", "balanced accuracy"),
  share("precision", "precision"),
  share("recall", "recall"),
  share("f1", "F1"),
  { ...share("rocAuc", "ROC AUC"), version: 2 }, // 1 ranked outputs as they are, not as probabilities
  { name: "logLoss", text: "log loss", target: "classes", goal: "minimize", isShare: false },
  { name: "brier", text: "Brier score", target: "classes", goal: "minimize", isShare: false },
  { name: "mae", text: "MAE", target: "numbers", goal: "minimize", isShare: false },
  { name: "rmse", text: "RMSE", target: "numbers", goal: "minimize", isShare: false },
  { name: "r2", text: "R²", target: "numbers", goal: "maximize", isShare: false },
];

/** Scores that each class has one of. */
export const CLASS_SCORES: readonly Score[] = SCORES.filter(({ name }) => {
  return name === "precision" || name === "recall" || name === "f1";
});

function share(name: ScoreName, text: string): Score {
  return { name, text, target: "classes", goal: "maximize", isShare: true };
}
