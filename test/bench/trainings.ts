import type { Network } from "../../src/kernels/network.ts";

const ADAM = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };

/** Ways of training that are measured beside plain gradient descent. */
export const TRAININGS = {
  plain: {},
  l2: { optimizer: { name: "sgd", l2: 1e-4 } },
  dropout: { dropout: { rate: 0.5, key: [1, 2] } },
  momentum: { optimizer: { name: "momentum", beta1: 0.9 } },
  nesterov: { optimizer: { name: "nesterov", beta1: 0.9 } },
  adagrad: { optimizer: { name: "adagrad", epsilon: 1e-8 } },
  rmsprop: { optimizer: { name: "rmsprop", beta2: 0.9, epsilon: 1e-8 } },
  adam: { optimizer: { name: "adam", ...ADAM } },
  adamw: { optimizer: { name: "adamw", ...ADAM, weightDecay: 0.01 } },
} satisfies Readonly<Record<string, Partial<Network>>>;

export type Training = keyof typeof TRAININGS;

/** Their names, in this order. */
export const TRAINING_NAMES = Object.keys(TRAININGS) as Training[];
