import { field, type Field, type NamedValue } from "./field.ts";
import { epochs, notNegative, plateauMetric, positive, share } from "./values.ts";

function factor(value: number): Field<number> {
  return field({
    value: positive,
    description: "What the learning rate is multiplied by.",
    default: value,
    examples: [0.5, 0.9],
  });
}

function floor(value: number): Field<number> {
  return field({
    value: share,
    description: "Share of eta at which the rate begins to rise, or ends to fall.",
    default: value,
    examples: [0.1, 0.01],
  });
}

/** How the learning rate changes on the way. */
export const SCHEDULES = {
  constant: { description: "The same learning rate all along.", options: {} },
  step: {
    description: "Multiplied by factor after every so many epochs.",
    options: {
      factor: factor(0.5),
      every: field({
        value: epochs,
        description: "Epochs between two steps down.",
        default: 10,
        examples: [10, 20],
      }),
    },
  },
  exponential: {
    description: "Multiplied by factor after each epoch; a factor above 1 tests a range of rates.",
    options: { factor: factor(0.95) },
  },
  inverse: {
    description: "eta / (1 + decay epochs).",
    options: {
      decay: field({
        value: notNegative,
        description: "How fast the learning rate falls: eta / (1 + decay epochs).",
        default: 0.1,
        examples: [0.1, 1],
      }),
    },
  },
  cosine: {
    description:
      "Falls from eta to floor eta along half a period of the cosine; depends on the number of epochs.",
    options: { floor: floor(0) },
  },
  warmup: {
    description: "Rises from floor eta to eta in a straight line, step by step, then stays.",
    options: {
      warmup: field({
        value: notNegative,
        description: "How long the rate rises: for warmup in epochs, for oneCycle as a share of all epochs.",
        default: 5,
        examples: [5, 10],
      }),
      floor: floor(0),
    },
  },
  oneCycle: {
    description:
      "Rises from floor eta to eta, then falls to 0 along the cosine; depends on the number of epochs.",
    options: {
      warmup: field({
        value: share,
        description: "How long the rate rises: for warmup in epochs, for oneCycle as a share of all epochs.",
        default: 0.3,
        examples: [0.3, 0.2],
      }),
      floor: floor(0.04),
    },
  },
  plateau: {
    description: "Multiplied by factor when the metric has got no better for patience epochs.",
    options: {
      factor: factor(0.5),
      patience: field({
        value: epochs,
        description: "Epochs without a better value after which the learning rate falls.",
        default: 5,
        examples: [5, 10],
      }),
      metric: field({
        value: plateauMetric,
        description:
          "The metric that has to get better; auto is validationLoss, or runningLoss without a validation part.",
        default: "auto",
        examples: ["validationAccuracy", "auto"],
      }),
    },
  },
} satisfies Readonly<Record<string, NamedValue>>;
