/**
 * What pictures show of a trained model, as plain data.
 * @module
 */
import type { PartName } from "../../data/dataset.ts";

/** A trained network, seen from outside and from inside. */
export interface Portrait {
  readonly trialId: string;
  /** Whose weights they are. */
  readonly epoch: number;
  /** Whose examples it was asked: the test part where there is one. */
  readonly part: PartName;
  /** Of classes: numbers of examples, [class][answer]. */
  readonly confusion?: readonly (readonly number[])[];
  /** Of images with classes: the wrong answers that were given with the largest margin, that first. */
  readonly mistakes?: readonly Mistake[];
  /** Of images with classes, with a hidden layer. */
  readonly units?: HiddenUnits;
  /** Of two features, with classes. */
  readonly plane?: Plane;
  /** Of one feature, with one number to predict. */
  readonly curve?: FittedCurve;
}

/** An example that got a wrong answer. */
export interface Mistake extends SeenExample {
  readonly answer: number;
}

/** Units of the first hidden layer. */
export interface HiddenUnits {
  /** How many the layer has. */
  readonly count: number;
  /** Those that distinguish classes most, by the class with their largest activation. */
  readonly shown: readonly HiddenUnit[];
  /** Those that one of the units shown responds to most. */
  readonly examples: readonly SeenExample[];
}

/** An image that a model was asked. */
export interface SeenExample {
  readonly label: number;
  /** Row-major, from 0 to INK_LEVELS. */
  readonly ink: readonly number[];
}

/** What one unit looks for. */
export interface HiddenUnit {
  /** Its number in the layer. */
  readonly index: number;
  /** Row-major, from -WEIGHT_LEVELS to WEIGHT_LEVELS; 0 also where no training example has ink. */
  readonly weights: readonly number[];
  /** Its mean activation over the examples of each class. */
  readonly activity: readonly number[];
  /** Places in `HiddenUnits.examples`, and the activations there, the largest first; empty where images are large. */
  readonly top: readonly (readonly [example: number, activation: number])[];
}

/** What the network answers all over the plane. */
export interface Plane {
  /** Ends of the square that is shown: it holds every example. */
  readonly x: readonly [low: number, high: number];
  readonly y: readonly [low: number, high: number];
  /** Answers at the centres of PLANE_CELLS x PLANE_CELLS cells, row-major from the top left. */
  readonly answers: readonly number[];
  /** The first examples of the part. */
  readonly examples: readonly { readonly x: number; readonly y: number; readonly label: number }[];
}

/** What the network answers along its only feature, in the units of the data. */
export interface FittedCurve {
  /** CURVE_POINTS of them, evenly spaced along x, from a little before the first example to a little behind the last. */
  readonly points: readonly CurvePlace[];
  /** The first examples that it learnt from, with what it answers. */
  readonly examples: readonly (CurvePlace & { readonly answer: number })[];
}

/** A number, and what is answered, or should be. */
export interface CurvePlace {
  readonly x: number;
  readonly y: number;
}

export const CURVE_POINTS = 300;
export const INK_LEVELS = 4;
export const WEIGHT_LEVELS = 2;
export const PLANE_CELLS = 80;
