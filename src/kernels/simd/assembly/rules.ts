/**
 * The rules of ../../optimizers, operation by operation, four parameters at a time. `sums` times `scale` is the
 * gradient, the sums become +0; `first` and `second` are what a rule carries from step to step.
 */
import { Optimizer, Rates, Rule } from "./optimizer";

/** Moves `vectors` vectors of parameters. */
export function update(
  optimizer: Optimizer, rates: Rates, w: usize, sums: usize, first: usize, second: usize, vectors: usize, scale: f32,
): void {
  switch (optimizer.rule) {
    case Rule.Sgd:
      return updateSgd(rates, w, sums, vectors, scale);
    case Rule.Momentum:
      return updateMomentum(optimizer, rates, w, sums, first, vectors, scale);
    case Rule.Nesterov:
      return updateNesterov(optimizer, rates, w, sums, first, vectors, scale);
    case Rule.Adagrad:
      return updateAdagrad(optimizer, rates, w, sums, first, vectors, scale);
    case Rule.Rmsprop:
      return updateRmsprop(optimizer, rates, w, sums, first, vectors, scale);
    default:
      return updateAdam(optimizer, rates, w, sums, first, second, vectors, scale);
  }
}

function updateSgd(rates: Rates, w: usize, sums: usize, vectors: usize, scale: f32): void {
  const factor = f32x4.splat(scale);
  const rate = f32x4.splat(rates.rate);
  for (const end = w + 16 * vectors; w < end; w += 16, sums += 16) {
    move(w, f32x4.mul(rate, take(sums, factor)));
  }
}

function updateMomentum(
  optimizer: Optimizer, rates: Rates, w: usize, sums: usize, velocity: usize, vectors: usize, scale: f32,
): void {
  const factor = f32x4.splat(scale);
  const rate = f32x4.splat(rates.rate);
  const beta1 = f32x4.splat(optimizer.beta1);
  for (const end = w + 16 * vectors; w < end; w += 16, sums += 16, velocity += 16) {
    const g = take(sums, factor);
    const v = flush(f32x4.add(f32x4.mul(beta1, v128.load(velocity)), g));
    v128.store(velocity, v);
    move(w, f32x4.mul(rate, v));
  }
}

function updateNesterov(
  optimizer: Optimizer, rates: Rates, w: usize, sums: usize, velocity: usize, vectors: usize, scale: f32,
): void {
  const factor = f32x4.splat(scale);
  const rate = f32x4.splat(rates.rate);
  const beta1 = f32x4.splat(optimizer.beta1);
  for (const end = w + 16 * vectors; w < end; w += 16, sums += 16, velocity += 16) {
    const g = take(sums, factor);
    const v = flush(f32x4.add(f32x4.mul(beta1, v128.load(velocity)), g));
    v128.store(velocity, v);
    move(w, f32x4.mul(rate, f32x4.add(g, f32x4.mul(beta1, v))));
  }
}

function updateAdagrad(
  optimizer: Optimizer, rates: Rates, w: usize, sums: usize, squares: usize, vectors: usize, scale: f32,
): void {
  const factor = f32x4.splat(scale);
  const rate = f32x4.splat(rates.rate);
  const epsilon = f32x4.splat(optimizer.epsilon);
  for (const end = w + 16 * vectors; w < end; w += 16, sums += 16, squares += 16) {
    const g = take(sums, factor);
    const s = flush(f32x4.add(v128.load(squares), f32x4.mul(g, g)));
    v128.store(squares, s);
    move(w, f32x4.div(f32x4.mul(rate, g), f32x4.add(f32x4.sqrt(s), epsilon)));
  }
}

function updateRmsprop(
  optimizer: Optimizer, rates: Rates, w: usize, sums: usize, squares: usize, vectors: usize, scale: f32,
): void {
  const factor = f32x4.splat(scale);
  const rate = f32x4.splat(rates.rate);
  const beta2 = f32x4.splat(optimizer.beta2);
  const gain2 = f32x4.splat(optimizer.gain2);
  const epsilon = f32x4.splat(optimizer.epsilon);
  for (const end = w + 16 * vectors; w < end; w += 16, sums += 16, squares += 16) {
    const g = take(sums, factor);
    const s = flush(f32x4.add(f32x4.mul(beta2, v128.load(squares)), f32x4.mul(gain2, f32x4.mul(g, g))));
    v128.store(squares, s);
    move(w, f32x4.div(f32x4.mul(rate, g), f32x4.add(f32x4.sqrt(s), epsilon)));
  }
}

function updateAdam(
  optimizer: Optimizer, rates: Rates, w: usize, sums: usize, mean: usize, squares: usize, vectors: usize, scale: f32,
): void {
  const factor = f32x4.splat(scale);
  const rate = f32x4.splat(rates.rate);
  const rootScale = f32x4.splat(rates.rootScale);
  const beta1 = f32x4.splat(optimizer.beta1);
  const gain1 = f32x4.splat(optimizer.gain1);
  const beta2 = f32x4.splat(optimizer.beta2);
  const gain2 = f32x4.splat(optimizer.gain2);
  const epsilon = f32x4.splat(optimizer.epsilon);
  for (const end = w + 16 * vectors; w < end; w += 16, sums += 16, mean += 16, squares += 16) {
    const g = take(sums, factor);
    const m = flush(f32x4.add(f32x4.mul(beta1, v128.load(mean)), f32x4.mul(gain1, g)));
    const s = flush(f32x4.add(f32x4.mul(beta2, v128.load(squares)), f32x4.mul(gain2, f32x4.mul(g, g))));
    v128.store(mean, m);
    v128.store(squares, s);
    const root = f32x4.mul(rootScale, f32x4.sqrt(s));
    move(w, f32x4.div(f32x4.mul(rate, m), f32x4.add(root, epsilon)));
  }
}

// @ts-ignore: decorator
@inline
/** Returns factor * sum, and leaves the sums at +0 for the next batch: cheaper than a pass of its own. */
function take(sums: usize, factor: v128): v128 {
  const g = f32x4.mul(factor, v128.load(sums));
  v128.store(sums, f32x4.splat(0));
  return g;
}

// @ts-ignore: decorator
@inline
/** w = w - step */
function move(w: usize, step: v128): void {
  v128.store(w, f32x4.sub(v128.load(w), step));
}

// @ts-ignore: decorator
@inline
/** +0 where |state| < 2^-100; NaN stays. */
function flush(state: v128): v128 {
  return v128.andnot(state, f32x4.lt(f32x4.abs(state), f32x4.splat(7.888609052210118e-31)));
}
