import { cos, sin } from "../../math/sin-cos.ts";
import type { BuiltinSource } from "../source.ts";
import { toySource, type ToyOptions } from "./toy-source.ts";

/** Options of `moons`; by default 1,000 samples with noise 0.1. */
export interface MoonsOptions extends ToyOptions {
  readonly name: "moons";
}

/** Two half circles of radius 1 that reach into each other, centred on the origin. */
export const moons: BuiltinSource<MoonsOptions> = toySource<MoonsOptions>({
  name: "moons",
  summary: "two interleaved half circles, two classes",
  classes: () => 2,
  place: (index, random) => {
    const label = index % 2;
    const side = label === 0 ? 1 : -1; // the second moon is the first one turned by half a turn
    const angle = Math.PI * random.uniform();
    return { x: side * (cos(angle) - 0.5), y: side * (sin(angle) - 0.25), label };
  },
});
