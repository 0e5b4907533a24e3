import { SMALLEST_SCALE } from "../kernel.ts";
import type { LayerParameters } from "../network.ts";

const f = Math.fround;

/** Weights that are stored without a factor common to all of them, so that shrinking them costs nothing. */
export class ScaledWeights {
  /** What is stored; biases as they are. */
  readonly stored: readonly LayerParameters[];
  #scale = 1;

  constructor(stored: readonly LayerParameters[]) {
    this.stored = stored;
  }

  /** What is stored times this are the weights, float32. */
  get scale(): number {
    return f(this.#scale);
  }

  /** Makes every weight smaller by a share of itself. */
  shrink(share: number): void {
    this.#scale -= this.#scale * share;
    if (this.#scale < SMALLEST_SCALE) this.restore();
  }

  /** Returns the step that moves what is stored as `step` would move the weights. */
  stepFor(step: number): number {
    return f(step / this.#scale);
  }

  /** Multiplies what is stored by its factor. */
  restore(): void {
    if (this.#scale === 1) return;
    for (const { weights } of this.stored)
      for (let i = 0; i < weights.length; i++) weights[i] = f(weights[i]! * this.scale) + 0; // no -0
    this.#scale = 1;
  }
}
