import { recipeDigest } from "../../data/recipe-digest.ts";
import type { FunctionConfiguration } from "../../fields/configuration.ts";
import { formulaText } from "../../functions/named-functions.ts";
import type { TrialKind } from "./trial-kind.ts";

export const descent: TrialKind<FunctionConfiguration> = {
  /** There are no examples: numbers go in, one comes out. */
  dataOf: ({ function: minimized, start }) => ({
    facts: {
      features: start.length,
      target: { kind: "numbers", count: 1 },
      sizes: { train: 0, validation: 0, test: 0 },
    },
    dataDigest: recipeDigest({ generator: "function", formula: formulaText(minimized) }),
  }),
  dataKey: () => undefined,
  foldsOf: () => [],
  withParts: (configuration) => configuration,
  filesOf: () => [],
  hasKnownWork: true,
  /** A step evaluates the function and its gradient once: as long as an epoch of nothing. */
  workOf({ start, steps }) {
    const idle = { sparse: 0, dense: 0, activations: 0, examples: 0, batches: 0, fetches: 0 };
    return { ...idle, parameters: start.length, epochs: steps };
  },
  workKey: () => undefined,
  fieldsOf: (configuration) => new Map(Object.entries(configuration)),
  statedOf: (configuration) => configuration,
};
