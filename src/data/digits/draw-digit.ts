import type { RandomStream } from "../../math/random-stream.ts";
import { deformPath, type PenPath, placePath } from "./pen-path.ts";
import { drawHand, vary } from "./hand.ts";
import { inkPath, RIM } from "./ink-path.ts";
import { SKELETONS } from "./skeletons.ts";
import { traceSkeleton } from "./trace-skeleton.ts";

/** Height and width of an image in pixels. */
export const SIDE = 28;

const MARGIN = 2; // pixels that stay white along each edge
const TREMOR = 0.02; // digit heights

/**
 * Draws one digit the way a random hand writes it.
 *
 * @param image Out: row-major [28, 28], 0 = paper, 255 = ink; must be all 0.
 * @param label The digit, 0..9.
 * @param path Scratch memory; overwritten.
 */
export function drawDigit(image: Uint8Array, label: number, random: RandomStream, path: PenPath): void {
  const skeletons = SKELETONS[label]!;
  const skeleton = skeletons[random.integer(skeletons.length)]!;
  const hand = drawHand(random);
  traceSkeleton(path, skeleton, () => vary(random, 0, TREMOR));
  deformPath(path, hand);
  const middle = (SIDE - 1) / 2;
  const reach = Math.max(hand.radius, hand.endRadius) + RIM / 2;
  const room = middle - MARGIN - reach - Math.max(Math.abs(hand.right), Math.abs(hand.down));
  placePath(path, middle + hand.right, middle + hand.down, Math.min(hand.size, 2 * room));
  inkPath(image, SIDE, path, hand);
}
