/**
 * The grid of an experiment, point by point.
 * @module
 */
export { configurationReader } from "./grid/configuration-of.ts";
export { variedPaths } from "./grid/apply-rules.ts";
export { pointsOf } from "./grid/expand-sweep.ts";
