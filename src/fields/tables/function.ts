import { field, named } from "./field.ts";
import { FUNCTIONS } from "./functions.ts";
import { epochs, notNegative, numbers } from "./values.ts";

/** The fields of an experiment that descends on functions: what is minimized, and how long. */
export const FUNCTION_FIELDS = {
  minimized: {
    function: named({
      noun: "function",
      names: FUNCTIONS,
      description:
        "The function to minimise, of a descent: a name, a name with options, an expression, or a list of these as an axis.",
      examples: ["rosenbrock", { name: "bowl", curvatures: [1, 10] }, { expression: "v1^2 + 3*v2^2" }],
      axes: [["rosenbrock", "himmelblau"]],
    }),
    start: field({
      value: numbers,
      description: "Where the descent begins: a number for each variable. A list of lists is an axis.",
      examples: [
        [1, 1],
        [-2, 3],
      ],
    }),
  },
  course: {
    steps: field({ value: epochs, description: "Steps of the descent.", examples: [100, 1000] }),
    tolerance: field({
      value: notNegative,
      description: "The descent ends where the norm of the gradient is at most this.",
      default: 1e-6,
      examples: [0.001, 0.01],
    }),
  },
};
