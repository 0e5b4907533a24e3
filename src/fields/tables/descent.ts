import { field, named } from "./field.ts";
import { OPTIMIZERS } from "./optimizers.ts";
import { SCHEDULES } from "./schedules.ts";
import { positive } from "./values.ts";

/** Fields of descents: each step goes against a gradient. */
export const DESCENT_FIELDS = {
  eta: field({
    value: positive,
    description: "The learning rate: the size of a step against the gradient.",
    examples: [0.3],
    axes: [[0.03, 0.3, 3], { logspace: { from: 0.001, to: 1, count: 4 } }],
  }),
  optimizer: named({
    noun: "optimizer",
    names: OPTIMIZERS,
    description: "How gradients become steps: a name, a name with options, or a list of either as an axis.",
    default: "sgd",
    examples: ["adam", { name: "momentum", momentum: 0.9 }],
    axes: [["sgd", { name: "sgd", l2: 5 }]],
  }),
  schedule: named({
    noun: "schedule",
    names: SCHEDULES,
    description:
      "How the learning rate changes on the way: a name, a name with options, or a list of either as an axis.",
    default: "constant",
    examples: ["cosine", { name: "step", every: 20, factor: 0.1 }],
    axes: [],
  }),
};
