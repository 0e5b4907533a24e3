import type { Hand } from "../../../src/data/digits/hand.ts";

/** A hand that changes nothing and draws black lines of radius 1. */
export const STEADY_HAND: Hand = {
  rotation: 0,
  slant: 0,
  aspect: 1,
  bendX: [0, 0, 0, 0],
  bendY: [0, 0, 0, 0],
  size: 18,
  right: 0,
  down: 0,
  radius: 1,
  endRadius: 1,
  ink: 1,
  endInk: 1,
};
