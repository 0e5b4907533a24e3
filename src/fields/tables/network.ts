import { DATASETS } from "./datasets.ts";
import { field, group, named } from "./field.ts";
import { epochs, flag, notNegative, positive, share, watchedMetric } from "./values.ts";

/** The fields of an experiment that trains networks: what is minimized, and how long. */
export const NETWORK_FIELDS = {
  minimized: {
    dataset: named({
      noun: "data set",
      names: DATASETS,
      description: "The data: a name, a name with options, or a list of either as an axis.",
      examples: ["digits", { name: "moons", noise: 0.2 }],
      axes: [["xor", "moons"]],
    }),
    architecture: group({
      description:
        "The network: fully connected layers between the data's features and one output for each class, or for each number to predict.",
      examples: [{ hidden: [30] }, { hidden: [[15], [30, 30]], activation: "tanh" }],
      fields: {
        hidden: field({
          value: { type: "array", items: { type: "integer", minimum: 1, maximum: 1_000_000 } },
          description:
            "Units of each hidden layer, input side first; [] is no hidden layer. A list of lists is an axis.",
          examples: [[30], []],
          axes: [[[15], [30], [30, 30]]],
        }),
        activation: field({
          value: {
            enum: ["sigmoid", "tanh", "relu", "leakyRelu", "elu", "gelu", "silu", "softplus", "identity"],
          },
          description: "What a hidden unit does with its weighted input.",
          default: "sigmoid",
          examples: ["sigmoid", "relu"],
        }),
        output: field({
          value: { enum: ["sigmoid", "softmax", "identity"] },
          description: "What the output layer does; softmax goes with the loss crossEntropy.",
          default: "sigmoid",
          examples: ["sigmoid", "softmax"],
          axes: [],
        }),
        init: field({
          value: { anyOf: [{ enum: ["normal", "scaled", "xavier", "he"] }, { type: "number" }] },
          description:
            "How the first weights are drawn: variance 1 (normal), 1/fan-in (scaled), 2/(fan-in + fan-out) (xavier) or 2/fan-in (he). A number: every weight and bias starts as it.",
          default: "scaled",
          examples: ["scaled", "normal"],
        }),
        dropout: field({
          value: share,
          description:
            "Share of the hidden units that each example in training does without; the others count for more, so that the sum stays the same.",
          default: 0,
          examples: [0.5, 0.2],
        }),
      },
    }),
    loss: field({
      value: { enum: ["quadratic", "mse", "huber", "hinge", "crossEntropy", "binaryCrossEntropy"] },
      description:
        "What training minimizes. quadratic and mse go with sigmoid or identity outputs, huber and hinge with identity, crossEntropy with softmax, binaryCrossEntropy with sigmoid.",
      default: "quadratic",
      examples: ["quadratic", "crossEntropy"],
      axes: [],
    }),
    classWeights: field({
      value: { anyOf: [{ type: "array", items: positive }, { enum: ["none", "balanced"] }] },
      description:
        "What the loss of an example is multiplied by: one weight for each class, in their order; balanced weighs classes so that each counts as much as any other; none weighs all alike. A list of lists is an axis.",
      default: "none",
      examples: ["balanced", [1, 4]],
      axes: [["none", "balanced"]],
    }),
    labelSmoothing: field({
      value: share,
      description:
        "Share of every target that crossEntropy spreads over all classes alike, or binaryCrossEntropy over yes and no; a network is so kept from being too sure.",
      default: 0,
      examples: [0.1, 0],
    }),
  },
  course: {
    batchSize: field({
      value: { anyOf: [{ type: "integer", minimum: 1 }, { const: "full" }] },
      description:
        "Examples in each step; full takes the whole training part, which is plain gradient descent.",
      default: 10,
      examples: [10, "full"],
      axes: [[1, 10, 100]],
    }),
    epochs: field({
      value: epochs,
      description: "Passes over the training part.",
      examples: [10],
      axes: [[5, 10, 20]],
    }),
    earlyStopping: group({
      description: "When a trial that gets no better stops before its last epoch.",
      examples: [{ patience: 5 }],
      fields: {
        metric: field({
          value: watchedMetric,
          description: "The metric that has to get better; by default on the validation part.",
          default: "validationLoss",
          examples: ["testLoss", "validationAccuracy"],
        }),
        patience: field({
          value: { type: "integer", minimum: 0, maximum: 100_000 },
          description: "Epochs without a better value after which a trial stops; 0 is never.",
          default: 0,
          examples: [5, 10],
        }),
        minDelta: field({
          value: notNegative,
          description: "By how much a value must be better than the best before to count.",
          default: 0,
          examples: [0.001, 0.01],
        }),
        restoreBest: field({
          value: flag,
          description: "Whether a trial ends as it was at its best epoch, later ones forgotten.",
          default: false,
          examples: [true, false],
        }),
      },
    }),
    target: group({
      description: "When a trial is good enough to stop before its last epoch.",
      examples: [{ metric: "validationAccuracy", value: 0.95 }],
      fields: {
        metric: field({
          value: watchedMetric,
          description: "The metric that is to reach the value.",
          default: "validationAccuracy",
          examples: ["testAccuracy", "testLoss"],
        }),
        value: field({
          value: { anyOf: [{ type: "number" }, { enum: ["none"] }] },
          description:
            "What is good enough: a trial stops at the end of the epoch that reaches it; none is never.",
          default: "none",
          examples: [0.95, 0.97],
        }),
      },
    }),
  },
};
