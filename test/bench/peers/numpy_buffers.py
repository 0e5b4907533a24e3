"""NumPy by hand: whole mini-batches at once, every intermediate in a buffer made before."""

import numpy as np

from dataset import one_hot
from serve import ETA, serve


class Network:
    def __init__(self, images, labels, setting):
        self.images, self.targets = images, one_hot(labels)
        self.batch, self.is_quadratic = setting["batch"], setting["loss"] == "quadratic"
        hidden, features, outputs = setting["hidden"], images.shape[1], self.targets.shape[1]
        self.random = np.random.default_rng(0)
        self.w1, self.b1 = self.normal(features, hidden), np.zeros(hidden, np.float32)
        self.w2, self.b2 = self.normal(hidden, outputs), np.zeros(outputs, np.float32)
        self.grad_w1, self.grad_w2 = np.empty_like(self.w1), np.empty_like(self.w2)
        self.is_full = self.batch == len(images)
        widths = (1 if self.is_full else features, outputs, hidden, hidden, outputs, outputs)
        self.buffers = [np.empty((self.batch, width), np.float32) for width in widths]

    def normal(self, rows, columns):
        return (self.random.standard_normal((rows, columns)) / rows**0.5).astype(np.float32)

    def train_pass(self):
        if self.is_full:
            return self.step(self.images, self.targets)
        order = self.random.permutation(len(self.images))
        x, y = self.buffers[:2]
        for start in range(0, len(order), self.batch):
            rows = order[start : start + self.batch]
            size = len(rows)
            self.step(self.images.take(rows, 0, x[:size], "clip"), self.targets.take(rows, 0, y[:size], "clip"))

    def step(self, x, y):
        a1, d1, a2, d2 = (buffer[: len(x)] for buffer in self.buffers[2:])
        np.dot(x, self.w1, out=a1)
        a1 += self.b1
        sigmoid(a1)
        np.dot(a1, self.w2, out=a2)
        a2 += self.b2
        self.output_errors(a2, y, d2)
        d2 *= np.float32(ETA / len(x))
        np.dot(d2, self.w2.T, out=d1)
        d1 *= a1
        np.dot(a1.T, d2, out=self.grad_w2)
        np.subtract(1, a1, out=a1)
        d1 *= a1
        np.dot(x.T, d1, out=self.grad_w1)
        self.w2 -= self.grad_w2
        self.b2 -= d2.sum(0)
        self.w1 -= self.grad_w1
        self.b1 -= d1.sum(0)

    def output_errors(self, a2, y, d2):
        if self.is_quadratic:
            sigmoid(a2)
            np.subtract(a2, y, out=d2)
            d2 *= a2
            np.subtract(1, a2, out=a2)
            d2 *= a2
        else:
            a2 -= a2.max(1, keepdims=True)
            np.exp(a2, out=a2)
            a2 /= a2.sum(1, keepdims=True)
            np.subtract(a2, y, out=d2)


def sigmoid(z):
    np.negative(z, out=z)
    np.exp(z, out=z)
    z += 1
    np.reciprocal(z, out=z)


if __name__ == "__main__":
    serve(np.__version__, lambda *arguments: Network(*arguments).train_pass)
