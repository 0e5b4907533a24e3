/* ../simd/assembly/scale.ts and step.ts. */
static void setScale(Network *network, double value) {
  network->exactScale = value;
  *floats(network->scale) = (float)value;
}

/** Multiplies what is stored by the factor, which becomes 1. */
static void restoreScale(Network *network) {
  if (network->exactScale == 1) return;
  for (size_t l = 0; l < network->layerCount; l++) {
    const Layer *layer = layerAt(network, l);
    const size_t count = (layer->biases - layer->weights) / 4;
    scale(floats(layer->weights), count, *floats(network->scale));
    shift(floats(layer->weights), count, 0.0f); /* -0 becomes +0 */
  }
  setScale(network, 1);
}

/** Makes every weight smaller by a share of itself. */
static void shrink(Network *network, double share) {
  setScale(network, network->exactScale - network->exactScale * share);
  if (network->exactScale < 0.0009765625) restoreScale(network); /* 2^-10 */
}

/** Returns the step that moves what is stored as `step` would move the weights. */
static float storedStep(const Network *network, float step) { return (float)((double)step / network->exactScale); }

/** weights += x v and biases += S v, where v are the layer's errors; in the order of the examples. */
static void addExamples(const Network *network, size_t l, size_t count, Offset weights, Offset biases) {
  const Layer *layer = layerAt(network, l);
  const size_t rowBytes = layer->rowBytes;
  const char *v = at(layer->errors);
  if (l == 0 && network->blockStarts) {
    addToEntries(words(network->entryEnds), count, at(weights), layer->vectors, v, rowBytes);
  } else {
    const Product products = {at(layer->inputs), 4, layer->inputBytes, v, rowBytes, at(weights), rowBytes};
    multiplyAdd(products, count, layer->vectors, layer->fanIn);
  }
  const Product sums = {at(network->scale), 0, 0, v, rowBytes, at(biases), rowBytes};
  multiplyAdd(sums, count, layer->vectors, 1);
}

/** w = w - x g and b = b - S g with g = step * d, example by example; the errors become -g. */
static void directStep(const Network *network, size_t count, float step) {
  const float factor = -storedStep(network, step);
  for (size_t l = 0; l < network->layerCount; l++) {
    const Layer *layer = layerAt(network, l);
    scale(floats(layer->errors), count * layer->rowBytes / 4, factor);
    addExamples(network, l, count, layer->weights, layer->biases);
  }
}

/** Adds the chunk's gradient x d, for biases d, to the sums. */
static void accumulate(const Network *network, size_t count) {
  for (size_t l = 0; l < network->layerCount; l++) {
    const Layer *layer = layerAt(network, l);
    addExamples(network, l, count, layer->weightSums, layer->biasSums);
  }
}

/** w = w - step * sum, b = b - S (step * sum); the sums of biases are used up. */
static void applySums(const Network *network, float step) {
  const float factor = storedStep(network, step);
  for (size_t l = 0; l < network->layerCount; l++) {
    const Layer *layer = layerAt(network, l);
    addScaled(floats(layer->weights), floats(layer->weightSums), (size_t)layer->fanIn * layer->rowBytes / 4, -factor);
    scale(floats(layer->biasSums), 4 * layer->vectors, factor);
    addScaled(floats(layer->biases), floats(layer->biasSums), 4 * layer->vectors, -*floats(network->scale));
  }
}

static void clearSums(const Network *network) {
  for (size_t l = 0; l < network->layerCount; l++) {
    const Layer *layer = layerAt(network, l);
    clear(floats(layer->weightSums), (size_t)layer->fanIn * layer->rowBytes / 4);
    clear(floats(layer->biasSums), layer->rowBytes / 4);
  }
}
