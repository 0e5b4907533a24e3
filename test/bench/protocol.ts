/**
 * How speed on one core is measured. Candidates take turns, so that a slow minute of the machine hits all of them; a
 * loop that touches registers only, the canary, runs before and after each sample, and the sample counts only if
 * both times the core was at 0.9 of its best speed in this run. What is compared are medians of one run.
 * @module
 */
import { sampler } from "./cpu-time.ts";
import { medianOf, type Figure } from "./figure.ts";
import { bySize, type Size } from "./part.ts";
import { makeRegisterLoop } from "./register-loop.ts";

/** The share of its best speed that the canary must reach. */
const CALM = 0.9;
const CANARY_SECONDS = 0.004;
const CANARY_ROUNDS = 20_000;
/** Samples drawn for each one wanted, at most. */
const PATIENCE = 3;
/** Of a sampler made for this protocol. */
const SAMPLE_SECONDS = { full: 0.06, quick: 0.03, smallest: 0 };

export interface Candidate {
  readonly name: string;
  /** Does some work and returns its rate: units per second. */
  sample(): number | Promise<number>;
}

interface Sample {
  readonly rate: number;
  readonly canary: number;
}

/** Measures on the core that this process runs on, in one run. */
export class Protocol {
  readonly #size: Size;
  readonly #canary: () => number;
  /** The canary's speeds so far. */
  readonly #speeds: number[];

  constructor(size: Size) {
    const loop = makeRegisterLoop();
    this.#size = size;
    this.#canary = sampler(() => loop(CANARY_ROUNDS), loop(CANARY_ROUNDS), CANARY_SECONDS);
    const first = bySize(size, { full: 200, quick: 100, smallest: 3 });
    this.#speeds = Array.from({ length: first }, this.#canary);
  }

  /**
   * The canary's best speed so far, in floating-point operations per second: what this core can do. The fastest
   * twentieth is left out: clocks of virtual machines jump now and then.
   */
  get peakFlops(): number {
    const sorted = this.#speeds.toSorted((a, b) => a - b);
    return sorted[Math.floor(0.95 * sorted.length)]!;
  }

  /** Returns a candidate that repeats a pass of so many units. */
  candidate(name: string, units: number, pass: () => void): Candidate {
    return { name, sample: sampler(pass, units, SAMPLE_SECONDS[this.#size]) };
  }

  /** Samples the candidates in turn until each has as many calm samples as the size of the benchmark asks for. */
  async measureInTurn<Name extends string>(
    candidates: readonly (Candidate & { readonly name: Name })[],
  ): Promise<Record<Name, Figure>> {
    const wanted = bySize(this.#size, { full: 9, quick: 3, smallest: 1 });
    const most = this.#size === "smallest" ? 1 : PATIENCE * wanted;
    const drawn = candidates.map((candidate): [typeof candidate, Sample[]] => [candidate, []]);
    const isWanting = ([, samples]: [unknown, Sample[]]) => this.#calmOf(samples).length < wanted;
    for (let turn = 0; turn < most && drawn.some(isWanting); turn++) {
      for (const [candidate, samples] of drawn) {
        const before = this.#runCanary();
        const rate = await candidate.sample();
        samples.push({ rate, canary: Math.min(before, this.#runCanary()) });
      }
    }
    const figures = drawn.map(([{ name }, samples]) => [name, this.#figureOf(samples)]);
    return Object.fromEntries(figures) as Record<Name, Figure>;
  }

  #runCanary(): number {
    const speed = this.#canary();
    this.#speeds.push(speed);
    return speed;
  }

  #calmOf(samples: readonly Sample[]): readonly Sample[] {
    const least = CALM * this.peakFlops;
    return samples.filter(({ canary }) => canary >= least);
  }

  #figureOf(samples: readonly Sample[]): Figure {
    const calm = this.#calmOf(samples);
    const isDisturbed = calm.length === 0;
    const median = medianOf((isDisturbed ? samples : calm).map(({ rate }) => rate));
    return { median, kept: calm.length, rejected: samples.length - calm.length, isDisturbed };
  }
}
