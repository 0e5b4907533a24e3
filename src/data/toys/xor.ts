import type { BuiltinSource } from "../source.ts";
import { toySource, type ToyOptions } from "./toy-source.ts";

/** Options of `xor`; by default 4 samples without noise: the four corners themselves. */
export interface XorOptions extends ToyOptions {
  readonly name: "xor";
}

/**
 * Exclusive or: the corners (0,0), (0,1), (1,0), (1,1) of the unit square in turn, of classes 0, 1, 1, 0. No
 * straight line separates the classes.
 */
export const xor: BuiltinSource<XorOptions> = toySource<XorOptions>({
  name: "xor",
  summary: "exclusive or: four corners of a square, two classes that no straight line separates",
  classes: () => 2,
  place: (index) => {
    const x = (index >> 1) & 1;
    const y = index & 1;
    return { x, y, label: x ^ y };
  },
});
