import { sin } from "../../math/sin-cos.ts";
import type { BuiltinSource } from "../source.ts";
import { regressionSource } from "./regression-source.ts";
import type { ToyOptions } from "./toy-source.ts";

/** Options of `sine`; by default 100 samples with noise 0.2. */
export interface SineOptions extends ToyOptions {
  readonly name: "sine";
}

/**
 * One wave of a sine, y = sin(pi x), and noise: what no straight line follows.
 * Source: the running example of Bishop, "Pattern recognition and machine learning" (2006), section 1.1, there over [0, 1].
 */
export const sine: BuiltinSource<SineOptions> = regressionSource<SineOptions>({
  name: "sine",
  summary: "a wave of a sine with noise: a number to predict",
  features: () => 1,
  valueAt: ([x]) => sin(Math.PI * x!),
});
