import type { PhiloxKey } from "../math/philox.ts";
import { RandomStream } from "../math/random-stream.ts";
import { SOBOL_DIMENSIONS, SobolCoordinate } from "../math/sobol/sobol-coordinate.ts";

const TWO_32 = 0x100000000;

/** Returns the coordinates of a point of the unit cube, each above 0 and below 1, from its index alone. */
export type Sequence = (index: number) => readonly number[];

/** The points of each method of search that does not learn, given the number of axes. */
export const SEQUENCES: Readonly<Record<"random" | "sobol", (axes: number, key: PhiloxKey) => Sequence>> = {
  random: (axes, key) => (index) => {
    const random = new RandomStream(key, index);
    return Array.from({ length: axes }, () => random.uniform());
  },
  sobol: (axes, key) => {
    const coordinates = Array.from({ length: axes }, (_, axis) => SobolCoordinate.scrambled(axis, key));
    return (index) => coordinates.map((coordinate) => (coordinate.at(index) + 0.5) / TWO_32);
  },
};

/** Returns points that fill the cube evenly: of the Sobol sequence, or random ones where there are more axes than it has. */
export function sequenceFor(axes: number, key: PhiloxKey): Sequence {
  return SEQUENCES[axes <= SOBOL_DIMENSIONS ? "sobol" : "random"](axes, key);
}
