import { cos, sin } from "../../math/sin-cos.ts";
import type { BuiltinSource } from "../source.ts";
import { toySource, type ToyOptions } from "./toy-source.ts";

/** Options of `spirals`; by default 1,000 samples with noise 0.1 in 2 classes. */
export interface SpiralsOptions extends ToyOptions {
  readonly name: "spirals";
  /** Number of arms. */
  readonly classes: number;
}

const RADIUS = 2; // gives each feature a variance of 1
const TURNS = 1.5;

/** Arms of an Archimedean spiral, one a class, evenly turned against each other around the origin. */
export const spirals: BuiltinSource<SpiralsOptions> = toySource<SpiralsOptions>({
  name: "spirals",
  summary: "spiral arms wound around each other, one a class",
  classes: ({ classes }) => classes,
  place: (index, random, { classes }) => {
    const label = index % classes;
    const along = Math.sqrt(random.uniform()); // the root spreads the points evenly along the arm
    const angle = 2 * Math.PI * (TURNS * along + label / classes);
    return { x: RADIUS * along * cos(angle), y: RADIUS * along * sin(angle), label };
  },
});
