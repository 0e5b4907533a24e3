import { field, type NamedValue } from "./field.ts";
import { numbers, text } from "./values.ts";

/** Functions to descend on. */
export const FUNCTIONS = {
  bowl: {
    description: "A bowl around 0, along each variable as steep as its curvature says.",
    options: {
      curvatures: field({
        value: numbers,
        description:
          "Curvature along each variable: the bowl is the sum of curvature/2 times the variable squared.",
        default: [1, 10],
        examples: [
          [1, 10],
          [1, 1],
        ],
      }),
    },
  },
  rosenbrock: {
    description: "Rosenbrock's valley, narrow and bent: (1 - v1)^2 + 100 (v2 - v1^2)^2.",
    options: {},
  },
  himmelblau: {
    description: "Himmelblau's function, with four minima: (v1^2 + v2 - 11)^2 + (v1 + v2^2 - 7)^2.",
    options: {},
  },
  saddle: { description: "A saddle at 0, down without end along v2: (v1^2 - v2^2)/2.", options: {} },
  rastrigin: {
    description:
      "Rastrigin's function of v1 and v2, a bowl full of smaller ones: 20 + v1^2 - 10 cos(2 pi v1) + v2^2 - 10 cos(2 pi v2).",
    options: {},
  },
  expression: {
    description: "A function of your own.",
    options: {
      expression: field({
        value: text,
        description: "A formula of v1, v2, ... with + - * / ^, exp, log, sqrt, sin, cos, tanh, pi and e.",
        examples: ["v1^2 + 3*v2^2", "v1^2"],
      }),
    },
    isUnnamed: true,
  },
} satisfies Readonly<Record<string, NamedValue>>;
