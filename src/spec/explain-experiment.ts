/**
 * Where configurations come from: what set each value, and what happened to each combination.
 * @module
 */
export { classifyCombinations, type CombinationCount } from "./grid/provenance/classify-combinations.ts";
export { missingConditions, type MissingCondition } from "./grid/provenance/missing-conditions.ts";
export { originsOf, type Origin } from "./grid/provenance/origins-of.ts";
export { readWhere, type Condition } from "./grid/provenance/read-where.ts";
export { traceSweep } from "./grid/provenance/trace-sweep.ts";
export { readSelection } from "./grid/rules/read-selection.ts";
