import { cos, sin } from "../../math/sin-cos.ts";
import type { BuiltinSource } from "../source.ts";
import { toySource, type ToyOptions } from "./toy-source.ts";

/** Options of `blobs`; by default 1,000 samples in 3 classes with noise 1, the standard deviation of a blob. */
export interface BlobsOptions extends ToyOptions {
  readonly name: "blobs";
  readonly classes: number;
}

const DISTANCE = 5; // between neighbouring centres: at noise 1 about one example in a hundred strays

/** Gaussian clouds, one a class, whose centres lie evenly on a circle around the origin. */
export const blobs: BuiltinSource<BlobsOptions> = toySource<BlobsOptions>({
  name: "blobs",
  summary: "Gaussian clouds on a circle, one a class",
  classes: ({ classes }) => classes,
  place: (index, _random, { classes }) => {
    const label = index % classes;
    const radius = DISTANCE / 2 / sin(Math.PI / classes);
    const angle = (2 * Math.PI * label) / classes;
    return { x: radius * cos(angle), y: radius * sin(angle), label };
  },
});
