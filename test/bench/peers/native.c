/*
 * What a compiler makes of the same training in C with 128-bit vectors and no fused multiply-add: the ceiling of
 * WebAssembly's SIMD. Sparse first layer, touched rows updated directly, hidden size a constant of the build
 * (-DHIDDEN=30). Quadratic cost, sigmoid units. Called by native.py.
 */
#include <stdint.h>
#include <string.h>

typedef float vec __attribute__((vector_size(16)));
typedef int32_t ivec __attribute__((vector_size(16)));

enum { FEATURES = 784, OUTPUTS = 10, LARGEST_BATCH = 128 };
enum { VECTORS = (HIDDEN + 3) / 4, PADDED = 4 * VECTORS, OUTPUT_VECTORS = 3, PADDED_OUTPUTS = 12 };
/* Vectors of a row that are worked on at a time: more, and two others, do not fit the 16 registers. */
enum { TILE = VECTORS < 13 ? VECTORS : 13, REST = VECTORS % TILE };
#define INLINE static inline __attribute__((always_inline)) /* so that `count` is a constant below */

/* Weights: w1 [FEATURES][PADDED], w2 [HIDDEN][PADDED_OUTPUTS]. */
typedef struct {
  vec w1[FEATURES][VECTORS], b1[VECTORS];
  vec w2[PADDED][OUTPUT_VECTORS], b2[OUTPUT_VECTORS];
} Network;

/* The pixels that are not zero, one after the other, those of image i from starts[i] on. */
typedef struct {
  const int64_t *starts;
  const uint16_t *pixels;
  const float *values;
  const uint8_t *labels;
} Images;

static vec splat(float x) { return (vec){x, x, x, x}; }

static vec select_lanes(ivec mask, vec yes, vec no) { return (vec)((mask & (ivec)yes) | (~mask & (ivec)no)); }

/* e^x by the range reduction and polynomial of Cephes, expf.c (Moshier). */
static vec exponential(vec x) {
  const vec round = splat(12582912.0f);
  const vec n = (x * splat(1.44269504f) + round) - round;
  const vec r = x - n * splat(0.693359375f) + n * splat(2.1219444e-4f);
  vec p = splat(1.98756915e-4f);
  p = p * r + splat(1.3981999507e-3f);
  p = p * r + splat(8.3334519073e-3f);
  p = p * r + splat(4.1665795894e-2f);
  p = p * r + splat(1.6666665459e-1f);
  p = p * r + splat(5.0000001201e-1f);
  const vec y = p * (r * r) + r + splat(1.0f);
  return (vec)((ivec)y + (__builtin_convertvector(n, ivec) << 23));
}

static vec sigmoid(vec z) {
  const vec low = splat(-30.0f), high = splat(30.0f);
  z = select_lanes(z < low, low, z);
  z = select_lanes(z > high, high, z);
  return splat(1.0f) / (splat(1.0f) + exponential(-z));
}

static void prefetch(const Images *images, uint32_t row) {
  const int64_t start = images->starts[row], end = images->starts[row + 1];
  for (int64_t e = start; e < end; e += 32) __builtin_prefetch(images->pixels + e);
  for (int64_t e = start; e < end; e += 16) __builtin_prefetch(images->values + e);
}

INLINE void forward_tile(const Network *net, const Images *images, uint32_t row, vec *a, int first, const int count) {
  vec sum[TILE];
  for (int v = 0; v < count; v++) sum[v] = net->b1[first + v];
  for (int64_t e = images->starts[row]; e < images->starts[row + 1]; e++) {
    const vec x = splat(images->values[e]);
    const vec *w = net->w1[images->pixels[e]] + first;
    for (int v = 0; v < count; v++) sum[v] += x * w[v];
  }
  for (int v = 0; v < count; v++) a[first + v] = sigmoid(sum[v]);
}

static void forward_hidden(const Network *net, const Images *images, uint32_t row, vec *a) {
  for (int first = 0; first + TILE <= VECTORS; first += TILE) forward_tile(net, images, row, a, first, TILE);
  if (REST) forward_tile(net, images, row, a, VECTORS - REST, REST);
}

/* d2 = (a2 - y) a2 (1 - a2) */
static void output_errors(const Network *net, const float *a1, int label, vec *d2) {
  vec z[OUTPUT_VECTORS];
  for (int v = 0; v < OUTPUT_VECTORS; v++) z[v] = net->b2[v];
  for (int j = 0; j < HIDDEN; j++)
    for (int v = 0; v < OUTPUT_VECTORS; v++) z[v] += splat(a1[j]) * net->w2[j][v];
  float target[PADDED_OUTPUTS] = {0};
  target[label] = 1;
  for (int v = 0; v < OUTPUT_VECTORS; v++) {
    const vec a = sigmoid(z[v]);
    vec y;
    memcpy(&y, target + 4 * v, sizeof y);
    d2[v] = (a - y) * a * (splat(1.0f) - a);
  }
  d2[2] = (vec){d2[2][0], d2[2][1], 0, 0};
}

/* d1 = (w2 d2) a1 (1 - a1) */
static void hidden_errors(const Network *net, const vec *a1, const vec *d2, vec *d1) {
  float sums[PADDED] = {0};
  for (int j = 0; j < HIDDEN; j++) {
    const vec s = net->w2[j][0] * d2[0] + net->w2[j][1] * d2[1] + net->w2[j][2] * d2[2];
    sums[j] = (s[0] + s[1]) + (s[2] + s[3]);
  }
  for (int v = 0; v < VECTORS; v++) {
    vec s;
    memcpy(&s, sums + 4 * v, sizeof s);
    d1[v] = s * a1[v] * (splat(1.0f) - a1[v]);
  }
}

INLINE void update_tile(Network *net, const Images *images, uint32_t row, const vec *d1, int first, const int count) {
  vec d[TILE];
  for (int v = 0; v < count; v++) d[v] = d1[first + v];
  for (int64_t e = images->starts[row]; e < images->starts[row + 1]; e++) {
    const vec x = splat(images->values[e]);
    vec *w = net->w1[images->pixels[e]] + first;
    for (int v = 0; v < count; v++) w[v] -= x * d[v];
  }
  for (int v = 0; v < count; v++) net->b1[first + v] -= d[v];
}

static void update(Network *net, const Images *images, uint32_t row, const float *a1, const vec *d1, const vec *d2) {
  for (int first = 0; first + TILE <= VECTORS; first += TILE) update_tile(net, images, row, d1, first, TILE);
  if (REST) update_tile(net, images, row, d1, VECTORS - REST, REST);
  for (int j = 0; j < HIDDEN; j++)
    for (int v = 0; v < OUTPUT_VECTORS; v++) net->w2[j][v] -= splat(a1[j]) * d2[v];
  for (int v = 0; v < OUTPUT_VECTORS; v++) net->b2[v] -= d2[v];
}

/* Trains on `count` images in the given order, in batches of at most LARGEST_BATCH. */
void train(Network *net, const Images *images, const uint32_t *order, int count, int batch, float eta) {
  static vec a1[LARGEST_BATCH][VECTORS], d1[LARGEST_BATCH][VECTORS], d2[LARGEST_BATCH][OUTPUT_VECTORS];
  for (int start = 0; start < count; start += batch) {
    const int size = count - start < batch ? count - start : batch;
    const vec step = splat(eta / (float)size);
    for (int i = 0; i < size; i++) {
      if (start + i + 6 < count) prefetch(images, order[start + i + 6]);
      forward_hidden(net, images, order[start + i], a1[i]);
      output_errors(net, (float *)a1[i], images->labels[order[start + i]], d2[i]);
      hidden_errors(net, a1[i], d2[i], d1[i]);
      for (int v = 0; v < VECTORS; v++) d1[i][v] *= step;
      for (int v = 0; v < OUTPUT_VECTORS; v++) d2[i][v] *= step;
    }
    for (int i = 0; i < size; i++) update(net, images, order[start + i], (float *)a1[i], d1[i], d2[i]);
  }
}
