/* ../simd/assembly/backward.ts, the differences of numbers.ts, and transpose.ts. */

/** The denormal rule of kernel.ts: the comparison is false for NaN, which stays. */
INLINE float flush(float d, float smallest) { return fabsf(d) < smallest ? 0.0f : d; }
#define SMALLEST_ERROR 8.673617379884035e-19f /* 2^-60 */

/** d = a - y, and zero in the padding, which holds activation(0). */
static void differences(const Network *network, const Layer *layer, const uint32_t *rows, size_t count) {
  for (size_t slot = 0; slot < count; slot++) {
    const float *a = floats(layer->activations + slot * layer->rowBytes);
    float *d = floats(layer->errors + slot * layer->rowBytes);
    const Target y = targetOf(network, layer, rows[slot]);
    if (y.numbers) {
      LANES for (size_t k = 0; k < layer->units; k++) d[k] = a[k] - y.numbers[k];
    } else {
      LANES for (size_t k = 0; k < layer->units; k++) d[k] = a[k] - y.off;
      d[y.label] = a[y.label] - y.on;
    }
    for (size_t k = layer->units; k < layer->rowBytes / 4; k++) d[k] = 0;
  }
}

/** d cut to [-1, 1]; NaN stays. */
static void cut(float *d, size_t count) {
  LANES for (size_t i = 0; i < count; i++) {
    const float above = d[i] < -1.0f ? -1.0f : d[i];
    d[i] = 1.0f < above ? 1.0f : above;
  }
}

/** d = -1 at the label if a < 1 there, elsewhere 1 if a > -1, else 0. */
static void hingeErrors(const Network *network, const Layer *layer, const uint32_t *rows, size_t count) {
  for (size_t slot = 0; slot < count; slot++) {
    const float *a = floats(layer->activations + slot * layer->rowBytes);
    float *d = floats(layer->errors + slot * layer->rowBytes);
    const size_t label = bytes(network->labels)[rows[slot]];
    for (size_t k = 0; k < layer->units; k++) d[k] = k == label ? (a[k] < 1 ? -1 : 0) : a[k] > -1 ? 1 : 0;
  }
}

/** d = d times the weight of the example's class. */
static void weighErrors(const Network *network, const Layer *layer, const uint32_t *rows, size_t count) {
  for (size_t slot = 0; slot < count; slot++) {
    const float weight = floats(network->classWeights)[bytes(network->labels)[rows[slot]]];
    scale(floats(layer->errors + slot * layer->rowBytes), 4 * layer->vectors, weight);
  }
}

/** d = d a', and +0 where |d| < 2^-60. */
static void finishErrors(const Layer *layer, size_t count, uint32_t activation) {
  float *d = floats(layer->errors);
  const float *a = floats(layer->activations);
  switch (activation) {
    case Sigmoid:
      LANES for (size_t i = 0; i < count; i++) d[i] = flush(d[i] * (a[i] * (1.0f - a[i])), SMALLEST_ERROR);
      break;
    case Tanh:
      LANES for (size_t i = 0; i < count; i++) d[i] = flush(d[i] * (1.0f - a[i] * a[i]), SMALLEST_ERROR);
      break;
    case Relu:
      LANES for (size_t i = 0; i < count; i++) d[i] = flush(a[i] > 0.0f ? d[i] : 0.0f, SMALLEST_ERROR);
      break;
    default:
      LANES for (size_t i = 0; i < count; i++) d[i] = flush(d[i], SMALLEST_ERROR);
  }
}

static void outputErrors(const Network *network, const Layer *layer, const uint32_t *rows, size_t count) {
  const size_t values = count * layer->rowBytes / 4;
  const uint32_t loss = network->loss;
  float *d = floats(layer->errors);
  differences(network, layer, rows, count);
  if (loss == Mse) scale(d, values, (float)(2 / (double)layer->units));
  if (loss == Huber) cut(d, values);
  if (loss == Hinge) hingeErrors(network, layer, rows, count);
  if (network->classWeights) weighErrors(network, layer, rows, count);
  finishErrors(layer, values, loss == CrossEntropy || loss == BinaryCrossEntropy ? Identity : layer->activation);
}

/** d_j = (sum over the next layer's units k of w_kj d_k) a'_j */
static void hiddenErrors(const Network *network, const Layer *layer, const Layer *next, size_t count) {
  const size_t rowBytes = layer->rowBytes, values = count * rowBytes / 4;
  float *d = floats(layer->errors);
  const float *derivatives = floats(layer->derivatives);
  clear(d, values);
  const Product sums = {at(next->errors), next->rowBytes, 4, at(next->transposed), rowBytes, (char *)d, rowBytes};
  multiplyAdd(sums, next->units, layer->vectors, count);
  applyScale(network, d, values);
  if (!layer->derivatives) {
    finishErrors(layer, values, layer->activation);
    return;
  }
  LANES for (size_t i = 0; i < values; i++) d[i] = flush(d[i] * derivatives[i], SMALLEST_ERROR);
}

/** Leaves the errors d = dC_x/dz of the chunk in every layer. */
static void backward(const Network *network, const uint32_t *rows, size_t count) {
  size_t l = network->layerCount - 1;
  outputErrors(network, layerAt(network, l), rows, count);
  for (; l > 0; l--) hiddenErrors(network, layerAt(network, l - 1), layerAt(network, l), count);
}

/** Copies the weights of all layers but the first into their transposed copies, in blocks of 4 x 4. */
static void transposeWeights(const Network *network) {
  for (size_t l = 1; l < network->layerCount; l++) {
    const Layer *layer = layerAt(network, l), *before = layerAt(network, l - 1);
    const size_t fromStride = layer->rowBytes / 4, toStride = before->rowBytes / 4;
    for (size_t i = 0; i < 4 * before->vectors; i += 4) {
      for (size_t k = 0; k < 4 * layer->vectors; k += 4) {
        const float *from = floats(layer->weights) + i * fromStride + k;
        float *to = floats(layer->transposed) + k * toStride + i;
        for (int r = 0; r < 4; r++) {
          for (int c = 0; c < 4; c++) to[c * toStride + r] = from[r * fromStride + c];
        }
      }
    }
  }
}
