/* The functions of ../simd/assembly/functions.ts and derivatives.ts, operation by operation. */
#define INLINE static inline __attribute__((always_inline))

INLINE float exp1(float x) {
  const float ROUND = 12582912.0f; /* 1.5 * 2^23 */
  float rounded = x * 1.44269504f + ROUND;
  float n = rounded - ROUND;
  float r = x - n * 0.693359375f;
  r = r - n * -2.12194440e-4f;
  float p = 1.9875691500e-4f;
  p = p * r + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  float y = p * (r * r) + r + 1.0f;
  float scaled = bitsToFloat(floatToBits(y) + (floatToBits(rounded) << 23));
  float result = y == y ? scaled : y;
  return x < -87.33654f ? 0.0f : result;
}

INLINE float sigmoid1(float x) {
  float above = x < -30.0f ? -30.0f : x;
  float clamped = 30.0f < above ? 30.0f : above;
  return 1.0f / (1.0f + exp1(-clamped));
}

INLINE float tanh1(float x) {
  float size = fabsf(x);
  float z = x * x;
  float p = -5.70498872745e-3f;
  p = p * z + 2.06390887954e-2f;
  p = p * z + -5.37397155531e-2f;
  p = p * z + 1.33314422036e-1f;
  p = p * z + -3.33332819422e-1f;
  float small = (p * z) * x + x;
  float clamped = 10.0f < size ? 10.0f : size;
  float e = exp1(clamped + clamped);
  float large = 1.0f - 2.0f / (e + 1.0f);
  float signedLarge = x < 0.0f ? -large : large;
  return size < 0.625f ? small : signedLarge;
}

static void mapSigmoid(const float *z, float *a, size_t count) {
  LANES for (size_t i = 0; i < count; i++) a[i] = sigmoid1(z[i]);
}
static void mapTanh(const float *z, float *a, size_t count) {
  LANES for (size_t i = 0; i < count; i++) a[i] = tanh1(z[i]);
}
static void mapExp(const float *z, float *a, size_t count, float max) {
  LANES for (size_t i = 0; i < count; i++) a[i] = exp1(z[i] - max);
}
static void mapRelu(const float *z, float *a, size_t count) {
  LANES for (size_t i = 0; i < count; i++) a[i] = z[i] <= 0.0f ? 0.0f : z[i];
}
static void mapLeakyRelu(const float *z, float *a, float *derivatives, size_t count) {
  LANES for (size_t i = 0; i < count; i++) {
    float x = z[i], leaked = 0.01f * x;
    a[i] = x > 0.0f ? x : leaked;
    derivatives[i] = x > 0.0f ? 1.0f : 0.01f;
  }
}
static void mapElu(const float *z, float *a, float *derivatives, size_t count) {
  LANES for (size_t i = 0; i < count; i++) {
    float x = z[i], e = exp1(x > 0.0f ? 0.0f : x);
    a[i] = x > 0.0f ? x : e - 1.0f;
    derivatives[i] = x > 0.0f ? 1.0f : e;
  }
}
static void mapSilu(const float *z, float *a, float *derivatives, size_t count) {
  LANES for (size_t i = 0; i < count; i++) {
    float x = z[i] < -30.0f ? -30.0f : z[i], s = sigmoid1(x);
    a[i] = x * s;
    derivatives[i] = s * (1.0f + x * (1.0f - s));
  }
}
static void mapGelu(const float *z, float *a, float *derivatives, size_t count) {
  const float SCALE = (float)0.7978845608028654;
  LANES for (size_t i = 0; i < count; i++) {
    float v = z[i] < -10.0f ? -10.0f : z[i], x = 10.0f < v ? 10.0f : v;
    float square = x * x, cube = 0.044715f * (x * square);
    float t = tanh1(SCALE * (x + cube)), above = 1.0f + t;
    float inner = SCALE * (1.0f + 0.134145f * square);
    a[i] = (0.5f * v) * above;
    derivatives[i] = 0.5f * above + ((0.5f * x) * (1.0f - t * t)) * inner;
  }
}
static void mapSoftplus(const float *z, float *a, float *derivatives, size_t count) {
  LANES for (size_t i = 0; i < count; i++) {
    float x = z[i], u = exp1(-fabsf(x)), s = u / (2.0f + u), square = s * s;
    float p = (float)(2.0 / 13.0);
    p = p * square + (float)(2.0 / 11.0);
    p = p * square + (float)(2.0 / 9.0);
    p = p * square + (float)(2.0 / 7.0);
    p = p * square + (float)(2.0 / 5.0);
    p = p * square + (float)(2.0 / 3.0);
    p = p * square + 2.0f;
    a[i] = (x < 0.0f ? 0.0f : x) + p * s;
    derivatives[i] = sigmoid1(x);
  }
}
static void derivativesOfSigmoid(const float *a, float *derivatives, size_t count) {
  LANES for (size_t i = 0; i < count; i++) derivatives[i] = a[i] * (1.0f - a[i]);
}
static void derivativesOfTanh(const float *a, float *derivatives, size_t count) {
  LANES for (size_t i = 0; i < count; i++) derivatives[i] = 1.0f - a[i] * a[i];
}
static void derivativesOfRelu(const float *a, float *derivatives, size_t count) {
  LANES for (size_t i = 0; i < count; i++) derivatives[i] = a[i] > 0.0f ? 1.0f : 0.0f;
}
