/* The calls of ../simd/assembly/index.ts that train and evaluate, on the same memory, for vectors of WIDTH bytes. */
#include "network.h"
#include "vectors.h"
#include "functions.h"
#include "tiles.h"
#include "forward.h"
#include "loss.h"
#include "backward.h"
#include "rules.h"
#include "step.h"
#include <node_api.h>

/** Examples whose blocks are touched at once if batches are smaller. */
enum { BURST = 8 };

/** Adds the gradient of the loss summed over the rows to the sums. */
static void addGradient(Network *network, const uint32_t *rows, size_t count) {
  transposeWeights(network);
  for (size_t start = 0; start < count; start += network->chunk) {
    const size_t size = smaller(network->chunk, count - start);
    if (network->dropout) ((Dropout *)at(network->dropout))->first = start;
    forward(network, rows + start, size);
    addLosses(network, rows + start, size);
    backward(network, rows + start, size);
    accumulate(network, size);
  }
}

/** @param shrinkage What every weight loses before it moves, as a share of itself. */
static void plainStep(Network *network, const uint32_t *rows, size_t count, float step, double shrinkage) {
  if (count <= network->chunk) {
    transposeWeights(network);
    forward(network, rows, count);
    addLosses(network, rows, count);
    backward(network, rows, count);
    if (shrinkage > 0) shrink(network, shrinkage);
    directStep(network, count, step);
  } else {
    clearSums(network);
    addGradient(network, rows, count);
    if (shrinkage > 0) shrink(network, shrinkage);
    applySums(network, step);
  }
}

/** @param step One f32, the size of the step; with an optimizer its `Rates`. */
static void trainBatch(Network *network, const uint32_t *rows, size_t count, const float *step) {
  const Optimizer *optimizer = at(network->optimizer);
  const Rates *rates = (const Rates *)step;
  if (!network->optimizer) {
    plainStep(network, rows, count, *step, 0);
  } else if (optimizer->rule == Shrink) {
    plainStep(network, rows, count, rates->rate * rates->meanScale, (double)rates->rate * (double)optimizer->l2);
  } else {
    addGradient(network, rows, count);
    optimizedStep(network, rates);
  }
}

/** Trains on all batches of `order` in turn; one step, see trainBatch, and one f64 loss a batch. */
static void train(Network *network, const uint32_t *order, size_t count, size_t batchSize, const float *steps, double *losses) {
  Dropout *dropout = network->dropout ? at(network->dropout) : NULL;
  if (dropout) dropout->isOn = 1;
  clearSums(network);
  const size_t stepLength = network->optimizer ? sizeof(Rates) / 4 : 1;
  size_t touched = network->blockStarts && batchSize < BURST ? 0 : count;
  for (size_t start = 0; start < count; start += batchSize, steps += stepLength) {
    if (start >= touched) {
      touched = start + batchSize * (BURST / batchSize);
      touchBlocks(network, order + start, smaller(touched, count) - start);
    }
    network->lossSum = 0;
    if (dropout) {
      dropout->batch = start / batchSize;
      dropout->first = 0;
    }
    trainBatch(network, order + start, smaller(batchSize, count - start), steps);
    *losses++ = network->lossSum;
  }
  restoreScale(network);
  if (dropout) dropout->isOn = 0;
}

/** The first output that is larger than all before it; NaN never wins. */
static size_t predictedClass(const Network *network, size_t slot) {
  const Layer *layer = layerAt(network, network->layerCount - 1);
  const float *a = floats(layer->activations + slot * layer->rowBytes);
  float best = -INFINITY;
  size_t winner = 0;
  for (size_t k = 0; k < layer->units; k++) {
    if (a[k] > best) {
      best = a[k];
      winner = k;
    }
  }
  return winner;
}

/** Adds losses and hits of the rows to the network's. */
static void evaluate(Network *network, const uint32_t *rows, size_t count) {
  for (size_t start = 0; start < count; start += network->chunk) {
    const size_t size = smaller(network->chunk, count - start);
    forward(network, rows + start, size);
    addLosses(network, rows + start, size);
    if (!network->labels) continue;
    for (size_t slot = 0; slot < size; slot++) {
      network->correct += predictedClass(network, slot) == bytes(network->labels)[rows[start + slot]];
    }
  }
}

/** Reads the arguments of a call: a view of the whole memory, then numbers. Missing ones are 0. */
static void readArguments(napi_env env, napi_callback_info info, uint32_t numbers[6]) {
  napi_value arguments[7];
  size_t count = 7;
  napi_get_cb_info(env, info, &count, arguments, NULL, NULL);
  void *data = NULL;
  napi_get_typedarray_info(env, arguments[0], NULL, NULL, &data, NULL, NULL);
  memory = data;
  for (size_t i = 0; i < 6; i++) {
    numbers[i] = 0;
    if (i + 1 < count) napi_get_value_uint32(env, arguments[i + 1], &numbers[i]);
  }
}

#define CALL(name, call) \
  static napi_value name##Call(napi_env env, napi_callback_info info) { \
    uint32_t n[6]; \
    readArguments(env, info, n); \
    call; \
    return NULL; \
  }
CALL(train, train(at(n[0]), at(n[1]), n[2], n[3], at(n[4]), at(n[5])))
CALL(addGradient, addGradient(at(n[0]), at(n[1]), n[2]))
CALL(evaluate, evaluate(at(n[0]), at(n[1]), n[2]))
CALL(forward, forward(at(n[0]), at(n[1]), n[2]))
CALL(clearSums, clearSums(at(n[0])))

/** Bytes of the widest vectors that this CPU computes with. */
static uint32_t widestVectors(void) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw") &&
      __builtin_cpu_supports("avx512vl"))
    return 64;
  if (__builtin_cpu_supports("avx2")) return 32;
#endif
  return 16;
}

NAPI_MODULE_INIT() {
  napi_value widest;
  napi_create_uint32(env, widestVectors(), &widest);
  napi_set_named_property(env, exports, "widest", widest);
  const napi_property_descriptor calls[] = {
      {"train", NULL, trainCall, NULL, NULL, NULL, napi_enumerable, NULL},
      {"addGradient", NULL, addGradientCall, NULL, NULL, NULL, napi_enumerable, NULL},
      {"evaluate", NULL, evaluateCall, NULL, NULL, NULL, napi_enumerable, NULL},
      {"forward", NULL, forwardCall, NULL, NULL, NULL, napi_enumerable, NULL},
      {"clearSums", NULL, clearSumsCall, NULL, NULL, NULL, napi_enumerable, NULL},
  };
  napi_define_properties(env, exports, sizeof calls / sizeof *calls, calls);
  return exports;
}
