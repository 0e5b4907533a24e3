/* ../simd/assembly/rules.ts, penalties.ts and optimized-step.ts. The sums become +0. */
#define SMALLEST_STATE 7.888609052210118e-31f /* 2^-100 */

/** Moves `count` parameters; `sums` times `factor` is the gradient, `first` and `second` what a rule carries on. */
static void update(const Optimizer *optimizer, const Rates *rates, float *w, float *sums, float *first, float *second,
                   size_t count, float factor) {
  const float rate = rates->rate, rootScale = rates->rootScale, epsilon = optimizer->epsilon;
  const float beta1 = optimizer->beta1, gain1 = optimizer->gain1, beta2 = optimizer->beta2, gain2 = optimizer->gain2;
  switch (optimizer->rule) {
    case Sgd:
      LANES for (size_t i = 0; i < count; i++) w[i] -= rate * (factor * sums[i]);
      break;
    case Momentum:
      LANES for (size_t i = 0; i < count; i++) {
        first[i] = flush(beta1 * first[i] + factor * sums[i], SMALLEST_STATE);
        w[i] -= rate * first[i];
      }
      break;
    case Nesterov:
      LANES for (size_t i = 0; i < count; i++) {
        const float g = factor * sums[i];
        first[i] = flush(beta1 * first[i] + g, SMALLEST_STATE);
        w[i] -= rate * (g + beta1 * first[i]);
      }
      break;
    case Adagrad:
      LANES for (size_t i = 0; i < count; i++) {
        const float g = factor * sums[i];
        first[i] = flush(first[i] + g * g, SMALLEST_STATE);
        w[i] -= (rate * g) / (sqrtf(first[i]) + epsilon);
      }
      break;
    case Rmsprop:
      LANES for (size_t i = 0; i < count; i++) {
        const float g = factor * sums[i];
        first[i] = flush(beta2 * first[i] + gain2 * (g * g), SMALLEST_STATE);
        w[i] -= (rate * g) / (sqrtf(first[i]) + epsilon);
      }
      break;
    default:
      LANES for (size_t i = 0; i < count; i++) {
        const float g = factor * sums[i];
        first[i] = flush(beta1 * first[i] + gain1 * g, SMALLEST_STATE);
        second[i] = flush(beta2 * second[i] + gain2 * (g * g), SMALLEST_STATE);
        w[i] -= (rate * first[i]) / (rootScale * sqrtf(second[i]) + epsilon);
      }
  }
  clear(sums, count);
}

/** g = g + l2 w + l1 sign w */
static void addPenalty(float *g, const float *w, size_t count, float l2, float l1) {
  LANES for (size_t i = 0; i < count; i++) {
    const float pull = w[i] != 0.0f ? copysignf(l1, w[i]) : 0.0f;
    g[i] = (g[i] + l2 * w[i]) + pull;
  }
}

/** Shortens the weights that enter a unit to the length `most`; all units of a quad at once, row by row. */
static void limitNorms(const Layer *layer, float most) {
  const size_t stride = layer->rowBytes / 4;
  for (size_t j = 0; j < 4 * layer->vectors; j += 4) {
    float *first = floats(layer->weights) + j;
    float sum[4] = {0}, factor[4];
    for (size_t i = 0; i < layer->fanIn; i++) {
      for (int k = 0; k < 4; k++) sum[k] += first[i * stride + k] * first[i * stride + k];
    }
    for (int k = 0; k < 4; k++) factor[k] = sqrtf(sum[k]) > most ? most / sqrtf(sum[k]) : 1.0f;
    for (size_t i = 0; i < layer->fanIn; i++) {
      for (int k = 0; k < 4; k++) first[i * stride + k] = first[i * stride + k] * factor[k] + 0.0f; /* no -0 */
    }
  }
}

/** Sum of the squares of the gradient's sums, in the order of kernel.ts. */
static double sumOfSquares(const Network *network) {
  double s[4] = {0};
  for (size_t l = 0; l < network->layerCount; l++) {
    const Layer *layer = layerAt(network, l);
    const float *end = floats(layer->biasSums + layer->rowBytes);
    for (const float *g = floats(layer->weightSums); g < end; g += 4) {
      for (int k = 0; k < 4; k++) s[k] += (double)g[k] * (double)g[k];
    }
  }
  return (s[0] + s[1]) + (s[2] + s[3]);
}

/** Returns the factor that makes the summed gradient a mean no longer than `clipNorm`. */
static float clippedScale(const Network *network, float meanScale) {
  const double clipNorm = ((const Optimizer *)at(network->optimizer))->clipNorm;
  if (clipNorm == 0) return meanScale;
  const double norm = sqrt(sumOfSquares(network)) * (double)meanScale;
  return norm > clipNorm ? (float)((double)meanScale * (clipNorm / norm)) : meanScale;
}

static void stepLayer(const Optimizer *optimizer, const Layer *layer, const Rates *rates, float meanScale) {
  float *w = floats(layer->weights), *sums = floats(layer->weightSums);
  const size_t weights = (layer->biases - layer->weights) / 4, all = weights + layer->rowBytes / 4;
  if (optimizer->l2 > 0 || optimizer->l1 > 0) {
    scale(sums, all, meanScale);
    addPenalty(sums, w, weights, optimizer->l2, optimizer->l1);
    meanScale = 1;
  }
  if (rates->decay > 0) addScaled(w, w, weights, -rates->decay);
  update(optimizer, rates, w, sums, floats(layer->first), floats(layer->second), all, meanScale);
  if (optimizer->maxNorm > 0) limitNorms(layer, optimizer->maxNorm);
}

/** Moves all parameters by the rule of the network's optimizer; the sums are used up. */
static void optimizedStep(const Network *network, const Rates *rates) {
  const float meanScale = clippedScale(network, rates->meanScale);
  for (size_t l = 0; l < network->layerCount; l++) stepLayer(at(network->optimizer), layerAt(network, l), rates, meanScale);
}
