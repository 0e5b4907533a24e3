import { log } from "../log";
import { philox } from "./philox";

/**
 * Draws what belongs to `units` units: weight (input, unit) at `to` + input * rowBytes + 4 * unit, the deviation times
 * the standard normal number of (input, unit, layer, kind); see src/kernels/draw-parameters.ts.
 */
export function drawNormals(
  to: usize,
  rowBytes: usize,
  inputs: u32,
  units: u32,
  layer: u32,
  kind: u32,
  deviation: f64,
  key0: u32,
  key1: u32,
): void {
  for (let input: u32 = 0; input < inputs; input++, to += rowBytes) {
    for (let unit: u32 = 0; unit < units; unit++) {
      const words = philox(key0, key1, input, unit, layer, kind);
      const word0 = u32(i32x4.extract_lane(words, 0));
      const word1 = u32(i32x4.extract_lane(words, 1));
      const p = (f64(word0 >> 5) * 67108864 + f64(word1 >> 6) + 0.5) / 9007199254740992;
      store<f32>(to + 4 * usize(unit), f32(deviation * inverseNormal(p)));
    }
  }
}

/** The function of src/math/inverse-normal.ts, operation by operation. */
function inverseNormal(p: f64): f64 {
  const q = p - 0.5;
  if (abs(q) <= 0.425) return q * central(0.180625 - q * q);
  const r = sqrt(-log(q < 0 ? p : 1 - p));
  const tail = r <= 5 ? middle(r - 1.6) : far(r - 5);
  return q < 0 ? -tail : tail;
}

function central(x: f64): f64 {
  let a: f64 = 2509.0809287301226727;
  a = a * x + 33430.575583588128105;
  a = a * x + 67265.770927008700853;
  a = a * x + 45921.953931549871457;
  a = a * x + 13731.693765509461125;
  a = a * x + 1971.5909503065514427;
  a = a * x + 133.14166789178437745;
  a = a * x + 3.387132872796366608;
  let b: f64 = 5226.495278852545925;
  b = b * x + 28729.085735721942674;
  b = b * x + 39307.89580009271061;
  b = b * x + 21213.794301586595867;
  b = b * x + 5394.1960214247511077;
  b = b * x + 687.1870074920579083;
  b = b * x + 42.313330701600911252;
  b = b * x + 1;
  return a / b;
}

function middle(x: f64): f64 {
  let a: f64 = 7.7454501427834140764e-4;
  a = a * x + 0.0227238449892691845833;
  a = a * x + 0.24178072517745061177;
  a = a * x + 1.27045825245236838258;
  a = a * x + 3.64784832476320460504;
  a = a * x + 5.7694972214606914055;
  a = a * x + 4.6303378461565452959;
  a = a * x + 1.42343711074968357734;
  let b: f64 = 1.05075007164441684324e-9;
  b = b * x + 5.475938084995344946e-4;
  b = b * x + 0.0151986665636164571966;
  b = b * x + 0.14810397642748007459;
  b = b * x + 0.68976733498510000455;
  b = b * x + 1.6763848301838038494;
  b = b * x + 2.05319162663775882187;
  b = b * x + 1;
  return a / b;
}

function far(x: f64): f64 {
  let a: f64 = 2.01033439929228813265e-7;
  a = a * x + 2.71155556874348757815e-5;
  a = a * x + 0.0012426609473880784386;
  a = a * x + 0.026532189526576123093;
  a = a * x + 0.29656057182850489123;
  a = a * x + 1.7848265399172913358;
  a = a * x + 5.4637849111641143699;
  a = a * x + 6.6579046435011037772;
  let b: f64 = 2.04426310338993978564e-15;
  b = b * x + 1.4215117583164458887e-7;
  b = b * x + 1.8463183175100546818e-5;
  b = b * x + 7.868691311456132591e-4;
  b = b * x + 0.0148753612908506148525;
  b = b * x + 0.13692988092273580531;
  b = b * x + 0.59983220655588793769;
  b = b * x + 1;
  return a / b;
}
