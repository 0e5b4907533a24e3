/**
 * How everything here is measured. Candidates take turns, so that a slow minute of the machine hits all of them; a
 * loop that touches registers only, the canary, runs before and after each sample, and the sample counts only if
 * both times the core was at 0.9 of its best speed in this run. What is compared are medians of one run.
 * @module
 */
import { randomUUID } from "node:crypto";
import { sampler } from "./cpu-time.mjs";
import { compileRegisterLoop } from "./register-loop.mjs";

/** The share of its best speed that the canary must reach. */
const CALM = 0.9;
const CANARY_SECONDS = 0.004;
const CANARY_ROUNDS = 20_000;
const FIRST_CANARIES = 200;
/** Samples drawn for each one wanted, at most. */
const PATIENCE = 3;
const RUN = randomUUID();

/**
 * @typedef {object} Candidate
 * @property {string} name
 * @property {() => number | Promise<number>} sample Does some work and returns its rate: units per second.
 */

/**
 * A measured rate.
 * @typedef {object} Figure
 * @property {string} run The process that measured it.
 * @property {string} name
 * @property {number} median Units per second.
 * @property {number} kept Samples behind the median.
 * @property {number} rejected Samples thrown away as the core was disturbed.
 * @property {boolean} isDisturbed No sample was calm: the median is that of the rejected ones.
 */

/** Measures on this core, in one run. */
export class Protocol {
  #canary;
  /** The canary's speeds so far. */
  #speeds;

  constructor(loop) {
    this.#canary = sampler(() => loop(CANARY_ROUNDS), loop(CANARY_ROUNDS), CANARY_SECONDS);
    this.#speeds = Array.from({ length: FIRST_CANARIES }, this.#canary);
  }

  /** Returns a protocol on the core that this process runs on. */
  static async start() {
    return new Protocol(await compileRegisterLoop());
  }

  /**
   * The canary's best speed so far, in floating-point operations per second: what this core can do. The fastest
   * twentieth is left out: clocks of virtual machines jump now and then.
   */
  get peakFlops() {
    const sorted = this.#speeds.toSorted((a, b) => a - b);
    return sorted[Math.floor(0.95 * sorted.length)];
  }

  /**
   * Samples the candidates in turn until each has `wanted` calm ones.
   * @param {Candidate[]} candidates
   * @param {number} wanted
   * @returns {Promise<Map<string, Figure>>} By name.
   */
  async measureInTurn(candidates, wanted) {
    const drawn = new Map(candidates.map(({ name }) => [name, []]));
    const isWanting = ({ name }) => this.#calmOf(drawn.get(name)).length < wanted;
    for (let turn = 0; turn < PATIENCE * wanted && candidates.some(isWanting); turn++) {
      for (const { name, sample } of candidates) {
        const before = this.#runCanary();
        const rate = await sample();
        drawn.get(name).push({ rate, canary: Math.min(before, this.#runCanary()) });
      }
    }
    return new Map([...drawn].map(([name, samples]) => [name, this.#figureOf(name, samples)]));
  }

  #runCanary() {
    const speed = this.#canary();
    this.#speeds.push(speed);
    return speed;
  }

  #calmOf(samples) {
    const least = CALM * this.peakFlops;
    return samples.filter(({ canary }) => canary >= least);
  }

  #figureOf(name, samples) {
    const calm = this.#calmOf(samples);
    const isDisturbed = calm.length === 0;
    const median = medianOf((isDisturbed ? samples : calm).map(({ rate }) => rate));
    return { run: RUN, name, median, kept: calm.length, rejected: samples.length - calm.length, isDisturbed };
  }
}

/**
 * Returns how many times as fast `a` is as `b`.
 * @param {Figure} a
 * @param {Figure} b
 * @throws {Error} If they come from two runs: machines are never twice the same.
 */
export function ratio(a, b) {
  if (a.run !== b.run) {
    throw new Error(`Cannot compare figures as they must come from one run: "${a.name}" and "${b.name}"`);
  }
  return a.median / b.median;
}

/** @param {readonly number[]} values */
export function medianOf(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
