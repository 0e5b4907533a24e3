import type { RandomStream } from "../../math/random-stream.ts";

/** How one person writes one digit: every irregularity but the choice of skeleton and the tremor. */
export interface Hand {
  /** Radians, clockwise. */
  readonly rotation: number;
  /** Shift to the right per unit of height. */
  readonly slant: number;
  /** Width in relation to height; 1 is the skeleton's own. */
  readonly aspect: number;
  /** What the place (x, y), in digit heights from the middle, adds to x and to y. */
  readonly bendX: Bend;
  readonly bendY: Bend;
  /** Longer side of the digit, pixels between the middles of strokes. */
  readonly size: number;
  /** Shift away from the middle of the image, pixels. */
  readonly right: number;
  readonly down: number;
  /** Half the width of a stroke where it starts and where it ends, pixels. */
  readonly radius: number;
  readonly endRadius: number;
  /** Blackness where a stroke starts and where it ends, 0..1; more than 1 counts as 1. */
  readonly ink: number;
  readonly endInk: number;
}

/** Coefficients of x^2, xy, y^2 and the cube of the other coordinate: a smooth warp of the paper. */
export type Bend = readonly [xx: number, xy: number, yy: number, cube: number];

/**
 * Returns a random hand. The figures were tuned by measurement until small networks find these digits about as hard
 * as MNIST's, while a person still reads each of them.
 */
export function drawHand(random: RandomStream): Hand {
  const radius = vary(random, 1.3, 0.24);
  const ink = vary(random, 1, 0.06);
  return {
    rotation: vary(random, 0, 0.11),
    slant: vary(random, 0.12, 0.22),
    aspect: vary(random, 1, 0.14),
    bendX: drawBend(random),
    bendY: drawBend(random),
    size: vary(random, 17.5, 1),
    right: vary(random, 0, 1),
    down: vary(random, 0, 1),
    radius,
    endRadius: radius * vary(random, 0.95, 0.12),
    ink,
    endInk: ink + vary(random, -0.05, 0.1),
  };
}

function drawBend(random: RandomStream): Bend {
  return [vary(random, 0, 0.24), vary(random, 0, 0.24), vary(random, 0, 0.24), vary(random, 0, 0.48)];
}

/** Returns a normal number, cut off at two standard deviations so that no digit becomes illegible. */
export function vary(random: RandomStream, mean: number, deviation: number): number {
  return mean + deviation * Math.max(-2, Math.min(2, random.normal()));
}
