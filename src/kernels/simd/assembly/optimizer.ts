/** What describe-network.ts writes of an optimizer: same order, one word a field. */
export const enum Rule {
  /** Plain steps with weights stored without a common factor, see scale.ts. */
  Shrink,
  Sgd,
  Momentum,
  Nesterov,
  Adagrad,
  Rmsprop,
  Adam,
}

@unmanaged
export class Optimizer {
  rule: Rule;
  beta1: f32;
  /** 1 - beta1. */
  gain1: f32;
  beta2: f32;
  /** 1 - beta2. */
  gain2: f32;
  epsilon: f32;
  l2: f32;
  l1: f32;
  /** 0 is no limit. */
  clipNorm: f32;
  /** 0 is no limit. */
  maxNorm: f32;
}

/** What batchSteps gives for one batch. */
@unmanaged
export class Rates {
  /** 1 / examples. */
  meanScale: f32;
  rate: f32;
  rootScale: f32;
  decay: f32;
}
