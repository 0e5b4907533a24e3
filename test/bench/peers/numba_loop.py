"""Hand-written loops over the pixels that are not zero, compiled by numba for one shape; a whole pass in one call.

The hidden size is a constant padded to 16, and the two big loops are written out with one scalar for each hidden unit,
so that LLVM packs them into vector registers. The gradient goes straight into the touched rows.
"""

import numba
import numpy as np
import scipy.sparse
from numba import njit

from serve import ETA, serve

OUTPUTS = 10
PADDED_OUTPUTS = 16
ONE = np.float32(1)
# Without "reassoc": with it LLVM vectorises over the non-zeros, with gathers, which is several times slower.
FLAGS = {"contract", "nnan", "ninf", "nsz", "arcp", "afn"}


def repeated(line, count, indent):
    """Returns `line` once for each unit u."""
    return "\n".join(" " * indent + line.format(u=u) for u in range(count))


def forward_hidden_source(padded):
    return f"""
def forward_hidden(starts, pixels, values, order, first, size, w1, b1, a1):
  for j in range(size):
    s = order[first + j]
{repeated("a_{u} = b1[{u}]", padded, 4)}
    for e in range(starts[s], starts[s + 1]):
      x = values[e]; r = np.int64(pixels[e])
{repeated("a_{u} += x * w1[r, {u}]", padded, 6)}
{repeated("a1[j, {u}] = a_{u}", padded, 4)}
"""


def update_hidden_source(padded):
    return f"""
def update_hidden(starts, pixels, values, order, first, size, w1, d1):
  for j in range(size):
    s = order[first + j]
{repeated("d_{u} = d1[j, {u}]", padded, 4)}
    for e in range(starts[s], starts[s + 1]):
      x = values[e]; r = np.int64(pixels[e])
{repeated("w_{u} = w1[r, {u}] + x * d_{u}", padded, 6)}
{repeated("w1[r, {u}] = w_{u}", padded, 6)}
"""


def forward_output_source(hidden):
    return f"""
def forward_output(size, a1, w2, b2, d2):
  for j in range(size):
{repeated("z_{u} = b2[{u}]", PADDED_OUTPUTS, 4)}
    for v in range({hidden}):
      a = a1[j, v]
{repeated("z_{u} += a * w2[v, {u}]", PADDED_OUTPUTS, 6)}
{repeated("d2[j, {u}] = z_{u}", PADDED_OUTPUTS, 4)}
"""


def backward_source(padded):
    return f"""
def backward(size, d1, d2, w2_turned):
  for j in range(size):
{repeated("d_{u} = np.float32(0)", padded, 4)}
    for o in range({OUTPUTS}):
      x = d2[j, o]
{repeated("d_{u} += x * w2_turned[o, {u}]", padded, 6)}
{repeated("d1[j, {u}] = d_{u}", padded, 4)}
"""


def update_output_source(hidden):
    return f"""
def update_output(size, a1, d2, w2):
  for v in range({hidden}):
{repeated("w_{u} = w2[v, {u}]", PADDED_OUTPUTS, 4)}
    for j in range(size):
      a = a1[j, v]
{repeated("w_{u} += a * d2[j, {u}]", PADDED_OUTPUTS, 6)}
{repeated("w2[v, {u}] = w_{u}", PADDED_OUTPUTS, 4)}
"""


def compiled(source, name):
    names = {"np": np}
    exec(source, names)
    return njit(fastmath=FLAGS, error_model="numpy")(names[name])


def compile_pass(hidden, padded, is_quadratic):
    """Returns the compiled function that trains one pass."""
    forward_hidden = compiled(forward_hidden_source(padded), "forward_hidden")
    update_hidden = compiled(update_hidden_source(padded), "update_hidden")
    forward_output = compiled(forward_output_source(hidden), "forward_output")
    backward = compiled(backward_source(padded), "backward")
    update_output = compiled(update_output_source(hidden), "update_output")

    @njit(fastmath=True, error_model="numpy")
    def activate(size, a1):
        for j in range(size):
            for u in range(padded):
                a1[j, u] = ONE / (ONE + np.exp(-a1[j, u]))

    @njit(fastmath=True, error_model="numpy")
    def output_errors(z, label, rate):
        if is_quadratic:
            for o in range(OUTPUTS):
                z[o] = ONE / (ONE + np.exp(-z[o]))
            for o in range(OUTPUTS):
                z[o] = z[o] * (ONE - z[o]) * rate * (z[o] - np.float32(o == label))
        else:
            largest, total = z[0], np.float32(0)
            for o in range(1, OUTPUTS):
                largest = max(largest, z[o])
            for o in range(OUTPUTS):
                z[o] = np.exp(z[o] - largest)
            for o in range(OUTPUTS):
                total += z[o]
            for o in range(OUTPUTS):
                z[o] = (z[o] / total - np.float32(o == label)) * rate
        for o in range(OUTPUTS, PADDED_OUTPUTS):
            z[o] = 0

    @njit(fastmath=True, error_model="numpy")
    def train_output(labels, order, first, size, a1, d1, d2, w2, w2_turned, b1, b2, rate):
        forward_output(size, a1, w2, b2, d2)
        for j in range(size):
            output_errors(d2[j], labels[order[first + j]], rate)
        backward(size, d1, d2, w2_turned)
        for j in range(size):
            for u in range(padded):
                d1[j, u] = d1[j, u] * a1[j, u] * (ONE - a1[j, u])
            for o in range(PADDED_OUTPUTS):
                b2[o] += d2[j, o]
            for u in range(padded):
                b1[u] += d1[j, u]
        update_output(size, a1, d2, w2)
        for u in range(hidden):
            for o in range(OUTPUTS):
                w2_turned[o, u] = w2[u, o]

    @njit(fastmath=True)
    def train(starts, pixels, values, labels, order, w1, b1, w2, w2_turned, b2, a1, d1, d2, batch):
        for first in range(0, len(order), batch):
            size = min(batch, len(order) - first)
            forward_hidden(starts, pixels, values, order, first, size, w1, b1, a1)
            activate(size, a1)
            rate = np.float32(-ETA / size)
            train_output(labels, order, first, size, a1, d1, d2, w2, w2_turned, b1, b2, rate)
            update_hidden(starts, pixels, values, order, first, size, w1, d1)

    return train


def zeros(*shape):
    return np.zeros(shape, np.float32)


def build(images, labels, setting):
    hidden, batch = setting["hidden"], setting["batch"]
    padded = (hidden + 15) // 16 * 16
    rows = scipy.sparse.csr_matrix(images)
    data = (rows.indptr.astype(np.int64), rows.indices.astype(np.uint16), rows.data, labels.astype(np.int32))
    random = np.random.default_rng(0)
    w1, w2, w2_turned = zeros(images.shape[1], padded), zeros(hidden, PADDED_OUTPUTS), zeros(OUTPUTS, padded)
    w1[:, :hidden] = random.standard_normal((images.shape[1], hidden)) / images.shape[1] ** 0.5
    w2[:, :OUTPUTS] = random.standard_normal((hidden, OUTPUTS)) / hidden**0.5
    w2_turned[:, :hidden] = w2[:, :OUTPUTS].T
    parameters = (w1, zeros(padded), w2, w2_turned, zeros(PADDED_OUTPUTS))
    buffers = (zeros(batch, padded), zeros(batch, padded), zeros(batch, PADDED_OUTPUTS))
    train = compile_pass(hidden, padded, setting["loss"] == "quadratic")
    return lambda: train(*data, random.permutation(len(images)), *parameters, *buffers, batch)


if __name__ == "__main__":
    serve(numba.__version__, build)
