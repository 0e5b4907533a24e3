import { exp32, sigmoid32, tanh32 } from "../../dist/math/float32.js";

const LOWEST = Math.fround(-87.33654);

/**
 * The float32 functions of the kernels, and what src/math/float32.ts promises of each.
 * @typedef {object} Promised
 * @property {string} name
 * @property {(x: number) => number} scalar The reference in JavaScript.
 * @property {"mapExp" | "mapSigmoid" | "mapTanh"} map Its copy in WebAssembly.
 * @property {(x: number) => boolean} isInDomain Inputs beyond it are left undefined.
 * @property {(x: number) => number} exact In float64.
 * @property {number} ulp The error must be smaller.
 */

/** @type {Promised[]} */
export const FUNCTIONS = [
  {
    name: "exp32",
    scalar: exp32,
    map: "mapExp",
    isInDomain: (x) => !(x > 88),
    exact: (x) => (x < LOWEST ? 0 : Math.exp(x)),
    ulp: 1,
  },
  {
    name: "sigmoid32",
    scalar: sigmoid32,
    map: "mapSigmoid",
    isInDomain: () => true,
    exact: (x) => 1 / (1 + Math.exp(-Math.min(Math.max(x, -30), 30))),
    ulp: 3,
  },
  { name: "tanh32", scalar: tanh32, map: "mapTanh", isInDomain: () => true, exact: Math.tanh, ulp: 2 },
];
