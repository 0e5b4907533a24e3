/*
 * The loops of ../simd/entry-tiles.mjs and multiply-tiles.mjs. Rows are whole quads of 4 lanes; a tile holds `quads`
 * of them in registers: as many vectors of WIDTH bytes as they fill, then single quads. `quads` and `height` are
 * constants wherever a tile is called, so that every loop over them is unrolled.
 */
#define Q (WIDTH / 16) /* quads in a vector */
typedef float Vector __attribute__((vector_size(WIDTH), aligned(4), may_alias));
typedef float Quad __attribute__((vector_size(16), aligned(4), may_alias));
#define UNROLL _Pragma("GCC unroll 16")

/** Quads of the widest tile over entries, and of a strip that others follow: whole cache lines. */
#if WIDTH == 64
enum { WIDEST = 28, STRIP = 24, HEIGHT = 6, ACROSS = 12 };
#elif WIDTH == 32
enum { WIDEST = 24, STRIP = 16, HEIGHT = 4, ACROSS = 4 };
#else
enum { WIDEST = 12, STRIP = 8, HEIGHT = 4, ACROSS = 2 };
#endif
/** Four entries of a list, see ../simd/assembly/entries.ts. */
typedef struct {
  uint32_t row[4];
  float x[4];
} Group;

INLINE void sumTile(const uint32_t *ends, size_t count, const char *weights, char *out, size_t rowBytes, const int quads) {
  const int full = quads / Q, rest = quads % Q;
  const Group *group = at(*ends);
  for (const uint32_t *last = ends + count; ends < last; out += rowBytes) {
    Vector s[WIDEST / Q + 1] = {0};
    Quad t[Q] = {0};
    for (const Group *end = at(*++ends); group < end; group++) {
      UNROLL for (int e = 0; e < 4; e++) {
        const char *row = weights + group->row[e];
        const float x = group->x[e];
        UNROLL for (int i = 0; i < full; i++) s[i] += x * ((const Vector *)row)[i];
        UNROLL for (int i = 0; i < rest; i++) t[i] += x * ((const Quad *)row)[full * Q + i];
      }
    }
    UNROLL for (int i = 0; i < full; i++) ((Vector *)out)[i] = s[i];
    UNROLL for (int i = 0; i < rest; i++) ((Quad *)out)[full * Q + i] = t[i];
  }
}

INLINE void addTile(const uint32_t *ends, size_t count, char *weights, const char *v, size_t rowBytes, const int quads) {
  const int full = quads / Q, rest = quads % Q;
  const Group *group = at(*ends);
  for (const uint32_t *last = ends + count; ends < last; v += rowBytes) {
    Vector s[WIDEST / Q + 1];
    Quad t[Q];
    UNROLL for (int i = 0; i < full; i++) s[i] = ((const Vector *)v)[i];
    UNROLL for (int i = 0; i < rest; i++) t[i] = ((const Quad *)v)[full * Q + i];
    for (const Group *end = at(*++ends); group < end; group++) {
      UNROLL for (int e = 0; e < 4; e++) {
        char *row = weights + group->row[e];
        const float x = group->x[e];
        UNROLL for (int i = 0; i < full; i++) ((Vector *)row)[i] += x * s[i];
        UNROLL for (int i = 0; i < rest; i++) ((Quad *)row)[full * Q + i] += x * t[i];
      }
    }
  }
}

#define EACH_TO_12(X) X(1) X(2) X(3) X(4) X(5) X(6) X(7) X(8) X(9) X(10) X(11) X(12)
#define EACH_TO_28(X) EACH_TO_12(X) X(13) X(14) X(15) X(16) X(17) X(18) X(19) X(20) X(21) X(22) X(23) X(24) X(25) X(26) X(27) X(28)
/* Cases beyond the widest are never taken. */
#define WITHIN(n, most) ((n) <= (most) ? (n) : (most))

/** out = sum of x * row of weights over the entries of each of `count` examples; rows of out are rowBytes apart. */
static void sumEntries(const uint32_t *ends, size_t count, const char *weights, size_t quads, char *out, size_t rowBytes) {
  for (size_t width; quads > 0; quads -= width, weights += 16 * width, out += 16 * width) {
    width = quads > WIDEST ? STRIP : quads;
    switch (width) {
#define SUM(n) case n: sumTile(ends, count, weights, out, rowBytes, WITHIN(n, WIDEST)); break;
      EACH_TO_28(SUM)
    }
  }
}

/** row of weights = itself + x * v for each entry of the examples in turn, v being the example's own row. */
static void addToEntries(const uint32_t *ends, size_t count, char *weights, size_t quads, const char *v, size_t rowBytes) {
  for (size_t width; quads > 0; quads -= width, weights += 16 * width, v += 16 * width) {
    width = quads > WIDEST ? STRIP : quads;
    switch (width) {
#define ADD(n) case n: addTile(ends, count, weights, v, rowBytes, WITHIN(n, WIDEST)); break;
      EACH_TO_28(ADD)
    }
  }
}

/** The operands of multiplyAdd, see ../simd/assembly/multiply.ts. */
typedef struct {
  const char *a;
  size_t aRow, aStep;
  const char *b;
  size_t bRow;
  char *c;
  size_t cRow;
} Product;

INLINE void multiplyTile(Product p, size_t n, const int height, const int quads) {
  const int full = quads / Q, rest = quads % Q;
  Vector s[HEIGHT][ACROSS / Q + 1];
  Quad t[HEIGHT][Q];
  UNROLL for (int r = 0; r < height; r++) {
    UNROLL for (int i = 0; i < full; i++) s[r][i] = ((const Vector *)(p.c + r * p.cRow))[i];
    UNROLL for (int i = 0; i < rest; i++) t[r][i] = ((const Quad *)(p.c + r * p.cRow))[full * Q + i];
  }
  for (; n > 0; n--, p.a += p.aStep, p.b += p.bRow) {
    UNROLL for (int r = 0; r < height; r++) {
      const float x = *(const float *)(p.a + r * p.aRow);
      UNROLL for (int i = 0; i < full; i++) s[r][i] += x * ((const Vector *)p.b)[i];
      UNROLL for (int i = 0; i < rest; i++) t[r][i] += x * ((const Quad *)p.b)[full * Q + i];
    }
  }
  UNROLL for (int r = 0; r < height; r++) {
    UNROLL for (int i = 0; i < full; i++) ((Vector *)(p.c + r * p.cRow))[i] = s[r][i];
    UNROLL for (int i = 0; i < rest; i++) ((Quad *)(p.c + r * p.cRow))[full * Q + i] = t[r][i];
  }
}

/** Goes down a column of tiles: the tallest, then lower ones for what is left. */
INLINE void multiplyColumn(Product p, size_t n, size_t rows, const int quads) {
#define DOWN(height) \
  for (; rows >= height; rows -= height, p.a += height * p.aRow, p.c += height * p.cRow) multiplyTile(p, n, height, quads);
  DOWN(HEIGHT)
  DOWN(2)
  DOWN(1)
}

/** Rows of b of which a strip of columns fits the CPU's first cache. */
enum { DEPTH = WIDTH == 64 ? 128 : 256 };

/** c = c + a b, each value as c_rj + a_r0 b_0j + a_r1 b_1j + ... in this order. */
static void multiplyAdd(Product p, size_t n, size_t quads, size_t rows) {
  for (size_t depth; n > 0; n -= depth, p.a += depth * p.aStep, p.b += depth * p.bRow) {
    depth = smaller(n, DEPTH);
    Product part = p;
    size_t width;
    for (size_t left = quads; left > 0; left -= width, part.b += 16 * width, part.c += 16 * width) {
      width = smaller(left, ACROSS);
      switch (width) {
#define MULTIPLY(n) case n: multiplyColumn(part, depth, rows, WITHIN(n, ACROSS)); break;
        EACH_TO_12(MULTIPLY)
      }
    }
  }
}
