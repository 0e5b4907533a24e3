import type { Configuration } from "../fields/configuration.ts";

/** Configuration x replicate: trained start to end by one thread. */
export interface Trial {
  /** SHA-256, hex, of everything that determines the outcome. */
  readonly id: string;
  /** The same without `epochs`: trials that share it are prefixes of one another. */
  readonly prefixId: string;
  /** Position in the plan, from 0. */
  readonly index: number;
  /** Which configuration of the plan, from 0. */
  readonly configurationIndex: number;
  readonly configuration: Configuration;
  /** Part of a cross-validation that it is tested on, from 1; absent without one. Its configuration says so, too. */
  readonly fold?: number;
  /** Number of the repetition, from 0. */
  readonly replicate: number;
  readonly baseSeed: number;
  /** Digest of the data set's recipe. */
  readonly dataDigest: string;
}
