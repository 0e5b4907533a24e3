"""Writes idx.json: IDX files of every type of number, and the float32 values that NumPy has for them.

Source of the format: LeCun, Cortes, Burges, "The MNIST database of handwritten digits", section "File formats".

Run with NumPy 2.4: python3 make.py > idx.json
"""

import base64
import json
import struct

import numpy as np

SHAPE = (4, 2, 3)
TYPES = {"u1": 8, "i1": 9, "i2": 11, "i4": 12, "f4": 13, "f8": 14}


def values(kind):
    steps = np.arange(np.prod(SHAPE)).reshape(SHAPE)
    if kind[0] == "f":
        return (np.sin(steps) * 10.0 ** (steps % 7 - 3)).astype(kind)
    most = np.iinfo(kind)
    return (most.min + steps * ((most.max - most.min) // steps.max())).astype(kind)


def text(data):
    return base64.b64encode(data).decode()


def idx(array, kind):
    header = struct.pack(f">BBBB{array.ndim}I", 0, 0, TYPES[kind], array.ndim, *array.shape)
    return text(header + array.astype(">" + kind).tobytes())


def labels(kind):
    return idx(np.array([0, 2, 1, 2]), kind)


print(
    json.dumps(
        {
            "shape": SHAPE,
            "files": [
                {
                    "type": np.dtype(kind).name,
                    "inputs": idx(values(kind), kind),
                    "labels": labels(kind),
                    "float32": text(values(kind).astype("<f4").tobytes()),
                }
                for kind in TYPES
            ],
        },
        indent=1,
    )
)
