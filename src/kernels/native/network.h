/* The records of ../simd/assembly/network.ts, optimizer.ts and dropout.ts: same order, one word a field. */
#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum Activation { Sigmoid, Tanh, Relu, Identity, Softmax, LeakyRelu, Elu, Gelu, Silu, Softplus };
enum Loss { Quadratic, Mse, CrossEntropy, BinaryCrossEntropy, Huber, Hinge };
enum Rule { Shrink, Sgd, Momentum, Nesterov, Adagrad, Rmsprop, Adam };

/** A byte offset into the memory. */
typedef uint32_t Offset;

typedef struct {
  double lossSum, exactScale;
  uint32_t correct, touched, layerCount;
  Offset layers;
  uint32_t loss, chunk, features;
  Offset inputs;
  uint32_t inputsAreBytes;
  Offset blockStarts, labels, z, max, sum, scale, entryEnds, optimizer, dropout;
  float on, off;
  Offset classWeights, targets;
} Network;

typedef struct {
  uint32_t fanIn, units, vectors, rowBytes, activation;
  Offset weights, biases, transposed, weightSums, biasSums, inputs;
  uint32_t inputBytes;
  Offset activations, errors, derivatives, first, second;
} Layer;

typedef struct {
  uint32_t rule;
  float beta1, gain1, beta2, gain2, epsilon, l2, l1, clipNorm, maxNorm;
} Optimizer;

typedef struct {
  float meanScale, rate, rootScale, decay;
} Rates;

typedef struct {
  float kept;
  uint32_t threshold, key0, key1, isOn, epoch, batch, first;
} Dropout;

/** Where the memory begins that the running call works on; each thread has its own. */
static _Thread_local char *memory;

static inline void *at(size_t offset) { return memory + offset; }
static inline float *floats(size_t offset) { return at(offset); }
static inline uint32_t *words(size_t offset) { return at(offset); }
static inline uint8_t *bytes(size_t offset) { return at(offset); }
static inline Layer *layerAt(const Network *network, size_t index) { return (Layer *)at(network->layers) + index; }
static inline size_t smaller(size_t a, size_t b) { return a < b ? a : b; }
static inline float bitsToFloat(uint32_t bits) {
  float value;
  memcpy(&value, &bits, 4);
  return value;
}
static inline uint32_t floatToBits(float value) {
  uint32_t bits;
  memcpy(&bits, &value, 4);
  return bits;
}
