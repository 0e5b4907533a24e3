"""The training of native.c, compiled for this CPU with 128-bit vectors and without fused multiply-add."""

import ctypes
import os
import subprocess
import tempfile

import numpy as np
import scipy.sparse

from serve import ETA, serve

SOURCE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "native.c")
COMPILER = os.environ.get("CC", "cc")
FLAGS = "-O3 -mavx -mno-fma -mprefer-vector-width=128 -fno-math-errno -fno-trapping-math -shared -fPIC"


class Images(ctypes.Structure):
    _fields_ = [(name, ctypes.c_void_p) for name in ("starts", "pixels", "values", "labels")]


def compile_library(hidden):
    with tempfile.TemporaryDirectory() as folder:
        library = os.path.join(folder, "native.so")
        subprocess.run([COMPILER, *FLAGS.split(), f"-DHIDDEN={hidden}", SOURCE, "-o", library], check=True)
        return ctypes.CDLL(library)


def aligned(shape):
    """Returns float32 zeros that begin at a cache line."""
    count = int(np.prod(shape))
    block = np.zeros(4 * count + 64, np.uint8)
    start = -block.ctypes.data % 64
    return block[start : start + 4 * count].view(np.float32).reshape(shape)


def make_network(hidden, features):
    """Returns the weights and biases as native.c lays them out, drawn at random."""
    padded = (hidden + 3) // 4 * 4
    random = np.random.default_rng(0)
    first = np.zeros((features, padded), np.float32)
    first[:, :hidden] = random.standard_normal((features, hidden)) / features**0.5
    second = np.zeros((padded, 12), np.float32)
    second[:hidden, :10] = random.standard_normal((hidden, 10)) / hidden**0.5
    parts = [first.ravel(), np.zeros(padded, np.float32), second.ravel(), np.zeros(12, np.float32)]
    network = aligned((sum(map(len, parts)),))
    network[:] = np.concatenate(parts)
    return network


def build(images, labels, setting):
    library = compile_library(setting["hidden"])
    network = make_network(setting["hidden"], images.shape[1])
    rows = scipy.sparse.csr_matrix(images)
    arrays = (rows.indptr.astype(np.int64), rows.indices.astype(np.uint16), rows.data, labels.astype(np.uint8))
    data = Images(*(array.ctypes.data for array in arrays))
    random = np.random.default_rng(0)

    def train_pass(_kept=arrays):  # a pointer does not keep its array alive
        order = random.permutation(len(images)).astype(np.uint32)
        pointers = (ctypes.c_void_p(network.ctypes.data), ctypes.byref(data), ctypes.c_void_p(order.ctypes.data))
        library.train(*pointers, len(order), setting["batch"], ctypes.c_float(ETA))

    return train_pass


if __name__ == "__main__":
    serve(subprocess.run([COMPILER, "-dumpfullversion"], capture_output=True, text=True, check=True).stdout.strip(), build)
