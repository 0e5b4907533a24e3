/*
 * Rows of f32, `count` long. LANES adds up neither sums nor orders: each value is computed as if alone, so that the
 * compiler may take as many at once as the CPU has lanes and every width has the same bits.
 */
#define LANES _Pragma("omp simd")

static void clear(float *row, size_t count) { memset(row, 0, 4 * count); }

static void shift(float *row, size_t count, float addend) {
  LANES for (size_t i = 0; i < count; i++) row[i] += addend;
}

static void addToEach(float *rows, size_t stride, size_t rowCount, const float *addend, size_t count) {
  for (size_t r = 0; r < rowCount; r++, rows += stride) {
    LANES for (size_t i = 0; i < count; i++) rows[i] += addend[i];
  }
}

static void addScaled(float *to, const float *from, size_t count, float factor) {
  LANES for (size_t i = 0; i < count; i++) to[i] += factor * from[i];
}

static void scale(float *row, size_t count, float factor) {
  LANES for (size_t i = 0; i < count; i++) row[i] *= factor;
}
