import { field, type Field, type NamedValue } from "./field.ts";
import { notNegative, share } from "./values.ts";

/** Penalties and limits that every optimizer has. */
const LIMITS = {
  l2: field({
    value: notNegative,
    description:
      "Strength lambda of the penalty lambda/(2n) times the sum of the squared weights, n training examples.",
    default: 0,
    examples: [1, 10],
  }),
  l1: field({
    value: notNegative,
    description:
      "Strength lambda of the penalty lambda/n times the sum of the weights' sizes, n training examples.",
    default: 0,
    examples: [0.1, 1],
  }),
  clipNorm: field({
    value: notNegative,
    description:
      "Largest norm of a step's gradient over all weights and biases, longer ones are shortened; 0 is no limit.",
    default: 0,
    examples: [1, 5],
  }),
  maxNorm: field({
    value: notNegative,
    description:
      "Largest norm of the weights that enter a unit, longer ones are shortened after a step; 0 is no limit.",
    default: 0,
    examples: [3, 4],
  }),
};

const momentum = field({
  value: share,
  description: "Share of the velocity that a step keeps.",
  default: 0.9,
  examples: [0.9, 0.99],
});
const beta1 = field({
  value: share,
  description: "Share of the mean gradient that a step keeps.",
  default: 0.9,
  examples: [0.9, 0.99],
});
/** @param value What the optimizer takes where a spec does not say. */
function beta2(value: number): Field<number> {
  return field({
    value: share,
    description: "Share of the mean squared gradient that a step keeps.",
    default: value,
    examples: [0.99, 0.999],
  });
}
const epsilon = field({
  value: { type: "number", minimum: 1e-30 },
  description: "Added to the root of the squared gradients, by which a step is divided.",
  default: 1e-8,
  examples: [1e-8, 1e-6],
});

/** How gradients become steps. */
export const OPTIMIZERS = {
  sgd: { description: "Plain gradient descent: w = w - eta g.", options: { ...LIMITS } },
  momentum: {
    description: "A step along a velocity that gradients add up in: v = momentum v + g.",
    options: { momentum, ...LIMITS },
  },
  nesterov: {
    description: "Momentum that looks ahead: w = w - eta (g + momentum v).",
    options: { momentum, ...LIMITS },
  },
  adagrad: {
    description: "Steps divided by the root of the sum of all squared gradients so far.",
    options: { epsilon, ...LIMITS },
  },
  rmsprop: {
    description: "Steps divided by the root of the mean squared gradient.",
    options: { beta2: beta2(0.9), epsilon, ...LIMITS },
  },
  adam: {
    description: "Momentum divided by the root of the mean squared gradient, both corrected for their start.",
    options: { beta1, beta2: beta2(0.999), epsilon, ...LIMITS },
  },
  adamw: {
    description: "Adam with a decay of the weights apart from the gradient in place of l2.",
    options: {
      beta1,
      beta2: beta2(0.999),
      epsilon,
      weightDecay: field({
        value: notNegative,
        description: "Share of eta by which each step shrinks the weights, apart from the gradient.",
        default: 0.01,
        examples: [0.01, 0.1],
      }),
      l1: LIMITS.l1,
      clipNorm: LIMITS.clipNorm,
      maxNorm: LIMITS.maxNorm,
    },
  },
} satisfies Readonly<Record<string, NamedValue>>;
