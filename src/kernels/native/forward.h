/* ../simd/assembly/entries.ts, touch.ts, dense-inputs.ts, activate.ts, apply-dropout.ts and forward.ts. */
enum { HEAD = 4, PACKED = 12, CACHE_LINE = 64 };

/** Reads one byte of each cache line of the rows' blocks, so that what follows finds them in the cache. */
static void touchBlocks(Network *network, const uint32_t *rows, size_t count) {
  const uint32_t *starts = words(network->blockStarts);
  uint32_t sum = 0;
  for (size_t slot = 0; slot < count; slot++) {
    for (size_t byte = starts[rows[slot]]; byte < starts[rows[slot] + 1]; byte += CACHE_LINE) sum += *bytes(byte);
  }
  network->touched = sum; /* a read without use would be optimized away */
}

/** Appends the entries of one block at `to`, and returns their end. A byte v becomes the f32 next to v / 255. */
static size_t unpack(const uint8_t *block, uint32_t rowBytes, size_t to) {
  uint32_t groups;
  memcpy(&groups, block, 4);
  block += HEAD;
  for (Group *group = at(to), *end = group + groups; group < end; group++, block += PACKED) {
    uint16_t index[4];
    memcpy(index, block, 8);
    for (int e = 0; e < 4; e++) {
      group->row[e] = index[e] * rowBytes;
      group->x[e] = (float)block[8 + e] / 255.0f;
    }
  }
  return to + sizeof(Group) * groups;
}

static void listEntries(Network *network, const Layer *layer, const uint32_t *rows, size_t count) {
  uint32_t *ends = words(network->entryEnds);
  for (size_t slot = 0; slot < count; slot++) {
    ends[slot + 1] = unpack(bytes(words(network->blockStarts)[rows[slot]]), layer->rowBytes, ends[slot]);
  }
}

/** Copies the inputs as f32 into the first layer's rows; up to 3 values behind a row go into its padding. */
static void copyInputs(Network *network, const Layer *layer, const uint32_t *rows, size_t count) {
  const size_t features = network->features, padded = (features + 3) & ~(size_t)3;
  for (size_t slot = 0; slot < count; slot++) {
    float *to = floats(layer->inputs + slot * layer->inputBytes);
    const size_t first = rows[slot] * features;
    if (network->inputsAreBytes) {
      const uint8_t *from = bytes(network->inputs + first);
      LANES for (size_t i = 0; i < padded; i++) to[i] = (float)from[i] / 255.0f;
    } else {
      memcpy(to, floats(network->inputs + 4 * first), 4 * padded);
    }
  }
}

/** a_k = e_k / S with e_k = e^(z_k - max z) and S = sum of e_k, k ascending. */
static void softmax(Network *network, const Layer *layer, size_t slot) {
  const float *z = floats(network->z + slot * layer->rowBytes);
  float *a = floats(layer->activations + slot * layer->rowBytes);
  float max = z[0];
  for (size_t k = 1; k < layer->units; k++) max = z[k] > max ? z[k] : max;
  mapExp(z, a, 4 * layer->vectors, max);
  float sum = 0;
  for (size_t k = 0; k < layer->units; k++) sum += a[k];
  for (size_t k = 0; k < 4 * layer->vectors; k++) a[k] /= sum;
  floats(network->max)[slot] = max;
  floats(network->sum)[slot] = sum;
}

/** a = activation(z) for `count` rows of the layer, taken as one, padding included. */
static void activate(Network *network, const Layer *layer, const float *z, size_t count) {
  float *a = floats(layer->activations), *derivatives = floats(layer->derivatives);
  const size_t values = count * layer->rowBytes / 4;
  switch (layer->activation) {
    case Sigmoid: mapSigmoid(z, a, values); break;
    case Tanh: mapTanh(z, a, values); break;
    case Relu: mapRelu(z, a, values); break;
    case Identity: memmove(a, z, 4 * values); break;
    case LeakyRelu: mapLeakyRelu(z, a, derivatives, values); break;
    case Elu: mapElu(z, a, derivatives, values); break;
    case Gelu: mapGelu(z, a, derivatives, values); break;
    case Silu: mapSilu(z, a, derivatives, values); break;
    case Softplus: mapSoftplus(z, a, derivatives, values); break;
    default:
      for (size_t slot = 0; slot < count; slot++) softmax(network, layer, slot);
  }
}

/** Leaves the derivatives of a layer that keeps them, if its activation has not. */
static void keepDerivatives(const Layer *layer, size_t count) {
  float *a = floats(layer->activations), *derivatives = floats(layer->derivatives);
  const size_t values = count * layer->rowBytes / 4;
  switch (layer->activation) {
    case Sigmoid: derivativesOfSigmoid(a, derivatives, values); break;
    case Tanh: derivativesOfTanh(a, derivatives, values); break;
    case Relu: derivativesOfRelu(a, derivatives, values); break;
    case Identity:
      for (size_t i = 0; i < values; i++) derivatives[i] = 1;
  }
}

static void philox(uint32_t k0, uint32_t k1, uint32_t c[4]) {
  for (int round = 0; round < 10; round++, k0 += 0x9e3779b9, k1 += 0xbb67ae85) {
    const uint64_t product0 = (uint64_t)0xd2511f53 * c[0], product1 = (uint64_t)0xcd9e8d57 * c[2];
    c[0] = (uint32_t)(product1 >> 32) ^ c[1] ^ k0;
    c[1] = (uint32_t)product1;
    c[2] = (uint32_t)(product0 >> 32) ^ c[3] ^ k1;
    c[3] = (uint32_t)product0;
  }
}

/** Multiplies activations and derivatives of `count` examples by their masks: 0 or 1 / (1 - rate). */
static void applyDropout(const Dropout *dropout, uint32_t l, const Layer *layer, size_t count) {
  for (size_t slot = 0; slot < count; slot++) {
    float *a = floats(layer->activations + slot * layer->rowBytes);
    float *derivatives = floats(layer->derivatives + slot * layer->rowBytes);
    for (uint32_t group = 0; group < layer->vectors; group++) {
      uint32_t c[4] = {group, dropout->first + (uint32_t)slot, dropout->batch, (dropout->epoch << 8) + l};
      philox(dropout->key0, dropout->key1, c);
      for (int i = 0; i < 4; i++) {
        const float mask = c[i] >= dropout->threshold ? dropout->kept : 0.0f;
        a[4 * group + i] *= mask;
        derivatives[4 * group + i] *= mask;
      }
    }
  }
}

/** Multiplies sums over stored weights by the factor of the weights. */
static void applyScale(const Network *network, float *sums, size_t count) {
  if (network->exactScale != 1) scale(sums, count, *floats(network->scale));
}

/** Sends `count` examples forward, at most a chunk; leaves inputs and activations in the layers. */
static void forward(Network *network, const uint32_t *rows, size_t count) {
  const size_t last = network->layerCount - 1;
  for (size_t l = 0; l <= last; l++) {
    const Layer *layer = layerAt(network, l);
    const size_t rowBytes = layer->rowBytes;
    char *z = at(l == last ? network->z : layer->activations);
    if (l == 0 && network->blockStarts) {
      touchBlocks(network, rows, count);
      listEntries(network, layer, rows, count);
      sumEntries(words(network->entryEnds), count, at(layer->weights), layer->vectors, z, rowBytes);
    } else {
      if (l == 0) copyInputs(network, layer, rows, count);
      memset(z, 0, count * rowBytes);
      const Product sums = {at(layer->inputs), layer->inputBytes, 4, at(layer->weights), rowBytes, z, rowBytes};
      multiplyAdd(sums, layer->fanIn, layer->vectors, count);
    }
    applyScale(network, (float *)z, count * rowBytes / 4);
    addToEach((float *)z, rowBytes / 4, count, floats(layer->biases), 4 * layer->vectors);
    activate(network, layer, (float *)z, count);
    if (layer->derivatives) {
      keepDerivatives(layer, count);
      const Dropout *dropout = at(network->dropout);
      if (network->dropout && dropout->isOn) applyDropout(dropout, l, layer, count);
    }
  }
}
