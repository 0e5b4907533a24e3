/**
 * What a page shows of models and descents that a reader can follow, as plain data.
 * @module
 */
import type { PartName } from "../../data/dataset.ts";

/** The first hidden layer of the best model. */
export interface PageUnits {
  readonly alt: string;
  readonly caption: string;
  /** `PageTrial.index`. */
  readonly trial: number;
  /** Whose weights they are. */
  readonly epoch: number;
  /** Whose examples it was asked. */
  readonly part: PartName;
  /** Height and width of the inputs. */
  readonly image: readonly [height: number, width: number];
  readonly classes: readonly string[];
  /** How many units the layer has. */
  readonly count: number;
  readonly shown: readonly PageUnit[];
  /** Those that a unit responds to most. */
  readonly examples: readonly PageExample[];
}

/** A hidden unit. */
export interface PageUnit {
  /** Its number in the layer. */
  readonly index: number;
  /** A digit for each pixel, row-major: WEIGHT_LEVELS = 0, larger digits are positive. */
  readonly weights: string;
  /** Its mean activation over the examples of each class. */
  readonly activity: readonly number[];
  /** Places in `PageUnits.examples`, and the activations there, the largest first. */
  readonly top: readonly (readonly [example: number, activation: number])[];
}

/** An image that a model was asked. */
export interface PageExample {
  /** A place in `PageUnits.classes`. */
  readonly label: number;
  /** A digit for each pixel, row-major, from 0 to INK_LEVELS. */
  readonly ink: string;
}

/** Descents on one function. */
export interface PageDescents {
  /** The function in words. */
  readonly name: string;
  /** SVG: its contour map or curve, SIDE pixels wide and high. */
  readonly ground: string;
  /** What the ground shows: v1 to the right; upwards v2, or the value of a function of one variable. */
  readonly frame: {
    readonly x: readonly [low: number, high: number];
    readonly y: readonly [low: number, high: number];
    readonly isMap: boolean;
  };
  /** `PageTrial.index` of its descents, in plan order. */
  readonly trials: readonly number[];
}
