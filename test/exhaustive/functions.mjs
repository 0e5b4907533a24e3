import {
  elu32,
  eluDerivative32,
  gelu32,
  geluDerivative32,
  leakyRelu32,
  leakyReluDerivative32,
  silu32,
  siluDerivative32,
  softplus32,
  softplusDerivative32,
} from "../../dist/math/activations32.js";
import { exp32, sigmoid32, tanh32 } from "../../dist/math/float32.js";
import { ulpsBetween } from "./ulps-between.mjs";

/**
 * A float32 function of the kernels, and what src/math promises of it.
 * @typedef {object} Promised
 * @property {string} name
 * @property {(x: number) => number} scalar The reference in JavaScript.
 * @property {string} map Its copy in WebAssembly.
 * @property {((x: number) => number)=} slope Of `map`s that give slopes, too.
 * @property {(x: number) => boolean} isInDomain Inputs beyond it are left undefined.
 * @property {(x: number) => number} exact In float64.
 * @property {(found: number, exact: number, x: number) => number} error
 * @property {string} unit Of the error.
 * @property {number} limit The error must be smaller.
 */

const LOWEST = Math.fround(-87.33654);
const sigmoid = (x) => 1 / (1 + Math.exp(-x));
const always = () => true;
const inUlps = (limit) => ({ error: ulpsBetween, unit: "ULP", limit });
/** What an activation may err by: it is added to others of its size. */
const RELATIVE = {
  error: (found, exact, x) =>
    Object.is(found, exact) || found === exact ? 0 : Math.abs(found - exact) / (1 + Math.abs(x)),
  unit: "of 1 + |x|",
  limit: 2e-7,
};

/** @type {Promised[]} */
export const FUNCTIONS = [
  {
    name: "exp32",
    scalar: exp32,
    map: "mapExp",
    isInDomain: (x) => !(x > 88),
    exact: (x) => (x < LOWEST ? 0 : Math.exp(x)),
    ...inUlps(1),
  },
  {
    name: "sigmoid32",
    scalar: sigmoid32,
    map: "mapSigmoid",
    isInDomain: always,
    exact: (x) => sigmoid(Math.min(Math.max(x, -30), 30)),
    ...inUlps(3),
  },
  { name: "tanh32", scalar: tanh32, map: "mapTanh", isInDomain: always, exact: Math.tanh, ...inUlps(2) },
  {
    name: "leakyRelu32",
    scalar: leakyRelu32,
    slope: leakyReluDerivative32,
    map: "mapLeakyRelu",
    isInDomain: always,
    exact: (x) => (x > 0 ? x : 0.01 * x),
    ...RELATIVE,
  },
  {
    name: "elu32",
    scalar: elu32,
    slope: eluDerivative32,
    map: "mapElu",
    isInDomain: always,
    exact: (x) => (x > 0 ? x : Math.expm1(x)),
    ...RELATIVE,
  },
  {
    name: "silu32",
    scalar: silu32,
    slope: siluDerivative32,
    map: "mapSilu",
    isInDomain: always,
    exact: (x) => (x < -30 ? -30 * sigmoid(-30) : x === Infinity ? x : x * sigmoid(x)),
    ...RELATIVE,
  },
  {
    name: "gelu32",
    scalar: gelu32,
    slope: geluDerivative32,
    map: "mapGelu",
    isInDomain: always,
    exact: gelu,
    ...RELATIVE,
  },
  {
    name: "softplus32",
    scalar: softplus32,
    slope: softplusDerivative32,
    map: "mapSoftplus",
    isInDomain: (x) => !(x < LOWEST), // below, it is subnormal or 0
    exact: (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
    ...inUlps(4),
  },
];

function gelu(x) {
  if (x === Infinity) return x;
  if (x < -10) return 0;
  return (x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)))) / 2;
}
