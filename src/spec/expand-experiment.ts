/**
 * The grid of an experiment, point by point.
 * @module
 */
export { configurationReader } from "./grid/configuration-of.ts";
export { pointsOf, variedPaths } from "./grid/expand-sweep.ts";
