import type { BuiltinSource } from "../source.ts";
import { regressionSource } from "./regression-source.ts";
import type { ToyOptions } from "./toy-source.ts";

/** Options of `line`; by default 100 samples of 1 feature with noise 0.2. */
export interface LineOptions extends ToyOptions {
  readonly name: "line";
  readonly features: number;
}

const INTERCEPT = 0.5;

/** A straight line, or a plane over several features: y = 1/2 + x1 - x2/2 + x3/3 - ..., and noise. */
export const line: BuiltinSource<LineOptions> = regressionSource<LineOptions>({
  name: "line",
  summary: "a straight line, or a plane over several features, with noise: a number to predict",
  features: ({ features }) => features,
  valueAt: (x) => x.reduce((sum, value, i) => sum + (i % 2 === 0 ? value : -value) / (i + 1), INTERCEPT),
});
