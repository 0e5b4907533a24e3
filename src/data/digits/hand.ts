import type { RandomStream } from "../../math/random-stream.ts";

/** How one person writes one digit: every irregularity that is not the shape itself. */
export interface Hand {
  /** Radians, clockwise. */
  readonly rotation: number;
  /** Shift to the right per unit of height above the centre. */
  readonly slant: number;
  /** Pixels per digit height. */
  readonly width: number;
  readonly height: number;
  /** Pixels. */
  readonly right: number;
  readonly down: number;
  /** Coefficients of x^2, xy, y^2, y^3 in what bends x, and of x^2, xy, y^2, x^3 in what bends y. */
  readonly bend: readonly number[];
  /** Half the width of a stroke at its start and its end, pixels. */
  readonly radius: number;
  readonly endRadius: number;
  /** Blackness at the start and the end of a stroke, 0..1. */
  readonly ink: number;
  readonly endInk: number;
}

/** Returns a random hand. */
export function drawHand(random: RandomStream): Hand {
  const size = 17 * (1 + 0.06 * bounded(random));
  const aspect = 1 + 0.14 * bounded(random);
  const radius = 1.15 + 0.22 * bounded(random);
  const ink = 0.95 + 0.08 * bounded(random);
  return {
    rotation: 0.14 * bounded(random),
    slant: 0.06 + 0.22 * bounded(random),
    width: size * aspect,
    height: size,
    right: 0.8 * bounded(random),
    down: 0.8 * bounded(random),
    bend: Array.from({ length: 8 }, () => 0.16 * bounded(random)),
    radius,
    endRadius: radius * (0.95 + 0.12 * bounded(random)),
    ink,
    endInk: ink - 0.05 + 0.1 * bounded(random),
  };
}

/** Returns a normal number that stays within two standard deviations: no digit becomes illegible. */
export function bounded(random: RandomStream): number {
  return Math.max(-2, Math.min(2, random.normal()));
}
