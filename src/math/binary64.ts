const float = new Float64Array(1);
const words = new Int32Array(float.buffer);
// The words of a float64 lie in the machine's byte order.
const HIGH = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 1 : 0;
const LOW = 1 - HIGH;

/** Returns x as significand in [1, 2) times 2^exponent. x must be positive, finite and normal. */
export function binary64(x: number): { significand: number; exponent: number } {
  float[0] = x;
  const high = words[HIGH]!;
  words[HIGH] = (high & 0x000fffff) | 0x3ff00000;
  return { significand: float[0], exponent: (high >> 20) - 1023 };
}

/** Returns 2^exponent for an integer exponent in -1022..1023. */
export function powerOfTwo(exponent: number): number {
  words[LOW] = 0;
  words[HIGH] = (exponent + 1023) << 20;
  return float[0]!;
}
