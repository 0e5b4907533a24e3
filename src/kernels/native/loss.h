/* ../simd/assembly/log.ts, loss.ts and the losses of numbers.ts. */
static double logOfParts(double k, double f) {
  const double s = f / (2 + f), z = s * s, w = z * z;
  const double odd = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1));
  const double even = z * (6.66666666666673513e-1 +
                           w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)));
  const double half = 0.5 * f * f;
  return k * 6.9314718036912381649e-1 - (half - (s * (half + (even + odd)) + k * 1.90821492927058770002e-10) - f);
}

/** The natural logarithm of src/math/log.ts, operation by operation. */
static double logarithm(double x) {
  if (!(x > 0)) return x == 0 ? -INFINITY : NAN;
  if (x == INFINITY) return INFINITY;
  int k = 0;
  if (x < 2.2250738585072014e-308) {
    x *= 18014398509481984.0; /* 2^54 */
    k = -54;
  }
  uint64_t bits;
  memcpy(&bits, &x, 8);
  k += (int)(bits >> 52) - 1023;
  bits = (bits & 0x000fffffffffffff) | 0x3ff0000000000000;
  double m;
  memcpy(&m, &bits, 8);
  if (m >= 1.4142135623730951) {
    m /= 2;
    k += 1;
  }
  return logOfParts(k, m - 1);
}

/** Outputs whose product of probabilities cannot underflow f64. */
enum { PRODUCT_LENGTH = 64 };

static double lessLogs(double total, const float *z, const float *a, size_t units) {
  for (size_t start = 0; start < units; start += PRODUCT_LENGTH) {
    double product = 1;
    const size_t end = smaller(start + PRODUCT_LENGTH, units);
    for (size_t k = start; k < end; k++) product *= z[k] > 0 ? (double)a[k] : 1 - (double)a[k];
    total -= logarithm(product);
  }
  return total;
}

/** What the outputs of one example are to be: its numbers, or 1 (`on`) at its label and 0 (`off`) elsewhere. */
typedef struct {
  const float *numbers;
  size_t label;
  float on, off;
} Target;

static Target targetOf(const Network *network, const Layer *layer, uint32_t row) {
  if (network->targets) return (Target){.numbers = floats(network->targets + 4 * (size_t)layer->units * row)};
  return (Target){.label = bytes(network->labels)[row], .on = network->on, .off = network->off};
}

/** Quadratic, mse and huber know no label smoothing. */
static double differenceAt(Target y, const float *a, size_t k) {
  return (y.numbers ? (double)y.numbers[k] : (double)(k == y.label)) - (double)a[k];
}

static double squaredDistance(Target y, const float *a, size_t units) {
  double sum = 0;
  for (size_t k = 0; k < units; k++) {
    const double difference = differenceAt(y, a, k);
    sum += difference * difference;
  }
  return sum;
}

static double huber(Target y, const float *a, size_t units) {
  double sum = 0;
  for (size_t k = 0; k < units; k++) {
    const double size = fabs(differenceAt(y, a, k));
    sum += size <= 1 ? 0.5 * size * size : size - 0.5;
  }
  return sum;
}

static double hinge(Target y, const float *a, size_t units) {
  double sum = 0;
  for (size_t k = 0; k < units; k++) {
    const double margin = 1 - (k == y.label ? (double)a[k] : -(double)a[k]);
    sum += margin <= 0 ? 0 : margin;
  }
  return sum;
}

/** sum of y (max - z) */
static double distanceBelow(Target y, const float *z, float max, size_t units) {
  double others = 0;
  if (y.off > 0) {
    for (size_t k = 0; k < units; k++) {
      if (k != y.label) others += (double)max - (double)z[k];
    }
  }
  return (double)y.on * ((double)max - (double)z[y.label]) + (double)y.off * others;
}

static double binaryCrossEntropy(Target y, const float *z, const float *a, size_t units) {
  double total = 0;
  for (size_t k = 0; k < units; k++) {
    const double value = z[k], positive = value <= 0 ? 0 : value; /* NaN stays */
    const double target = y.numbers ? y.numbers[k] : k == y.label ? y.on : y.off;
    total += target > 0 ? positive - target * value : positive;
  }
  return lessLogs(total, z, a, units);
}

/** Returns the loss of one example, unweighted, from z and a of the last layer. */
static double exampleLoss(const Network *network, const Layer *layer, size_t slot, Target y) {
  const float *z = floats(network->z + slot * layer->rowBytes);
  const float *a = floats(layer->activations + slot * layer->rowBytes);
  const size_t units = layer->units;
  switch (network->loss) {
    case Quadratic: return 0.5 * squaredDistance(y, a, units);
    case Mse: return squaredDistance(y, a, units) / (double)units;
    case CrossEntropy:
      return logarithm(floats(network->sum)[slot]) + distanceBelow(y, z, floats(network->max)[slot], units);
    case Huber: return huber(y, a, units);
    case Hinge: return hinge(y, a, units);
    default: return binaryCrossEntropy(y, z, a, units);
  }
}

/** Adds the losses of `count` examples that went forward to the network's sum, in their order. */
static void addLosses(Network *network, const uint32_t *rows, size_t count) {
  const Layer *layer = layerAt(network, network->layerCount - 1);
  for (size_t slot = 0; slot < count; slot++) {
    const Target y = targetOf(network, layer, rows[slot]);
    const double loss = exampleLoss(network, layer, slot, y);
    network->lossSum += network->classWeights ? (double)floats(network->classWeights)[y.label] * loss : loss;
  }
}
