import { backpropagation } from "./backpropagation.ts";
import { batchGradient } from "./batch-gradient.ts";
import { costFunction } from "./cost-function.ts";
import { gradientDescent } from "./gradient-descent.ts";
import { introduction } from "./introduction.ts";
import { learningRate } from "./learning-rate.ts";
import type { Lesson } from "../lesson.ts";
import { momentum } from "./momentum.ts";
import { overfitting } from "./overfitting.ts";
import { saturation } from "./saturation.ts";
import { stochasticDescent } from "./stochastic-descent.ts";
import { vanishingGradient } from "./vanishing-gradient.ts";

/** The lessons in the order of the course. */
export const LESSONS: readonly Lesson[] = [
  introduction,
  costFunction,
  gradientDescent,
  learningRate,
  stochasticDescent,
  batchGradient,
  backpropagation,
  saturation,
  momentum,
  vanishingGradient,
  overfitting,
];
