"""The data that every Python peer trains on."""

import gzip
import os

import numpy as np

FEATURES = 784
CLASSES = 10
NOISE_EXAMPLES = 12_000


def load(name):
    """Returns the training part of MNIST for "images", or "noise" without a zero: float32 [examples, 784] in 0..1, and labels."""
    if name == "noise":
        random = np.random.default_rng(0)
        images = random.integers(1, 256, (NOISE_EXAMPLES, FEATURES)).astype(np.float32) / np.float32(255)
        return images, np.arange(NOISE_EXAMPLES) % CLASSES
    return read_mnist("train")


def read_mnist(part):
    """Returns the images and labels of the part "train" or "t10k", from the folder that GRIDIENT_DATA_DIR names."""
    images = read_idx(f"{part}-images-idx3-ubyte.gz", header=16).reshape(-1, FEATURES)
    labels = read_idx(f"{part}-labels-idx1-ubyte.gz", header=8)
    return images.astype(np.float32) / np.float32(255), labels.astype(np.int64)


def read_idx(name, header):
    with gzip.open(os.path.join(os.environ["GRIDIENT_DATA_DIR"], "mnist", name), "rb") as file:
        return np.frombuffer(file.read(), dtype=np.uint8, offset=header)


def one_hot(labels):
    return np.eye(CLASSES, dtype=np.float32)[labels]
