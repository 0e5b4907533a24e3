import { digits } from "./digits/digits.ts";
import type { BuiltinSource } from "./source.ts";
import { blobs } from "./toys/blobs.ts";
import { line } from "./toys/line.ts";
import { moons } from "./toys/moons.ts";
import { point } from "./toys/point.ts";
import { sine } from "./toys/sine.ts";
import { spirals } from "./toys/spirals.ts";
import { xor } from "./toys/xor.ts";

/** Returns the source of a data set that is made from its options alone, in a browser too; undefined for any other. */
export function generatedSource(name: string): BuiltinSource | undefined {
  return SOURCES.find((source) => source.name === name);
}

const SOURCES = [digits, xor, moons, spirals, blobs, line, sine, point] as readonly BuiltinSource[];
