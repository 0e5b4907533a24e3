"""Fits y = a x + b to points by gradient descent, and reports the mean square error after each epoch.

All numbers are made by + - * / and sqrt, and math.fsum rounds each sum once: they are the same in every version of NumPy and
on every processor, whatever order NumPy itself would add in.
"""

import argparse
import json
import math

import numpy as np

parser = argparse.ArgumentParser()
parser.add_argument("--rule", choices=["descent", "momentum", "adagrad"])
parser.add_argument("--eta", type=float)
parser.add_argument("--seed", type=int)
parser.add_argument("--epochs", type=int)
options = parser.parse_args()


def mean(values):
    return math.fsum(values) / len(values)


x, y = np.loadtxt("points.txt", unpack=True)
weights = np.array([options.seed / 2, 0.0])  # a and b
velocity = np.zeros(2)
squares = np.zeros(2)

for epoch in range(options.epochs + 1):
    error = weights[0] * x + weights[1] - y
    print(json.dumps({"epoch": epoch, "loss": mean(error * error)}))
    gradient = np.array([2 * mean(error * x), 2 * mean(error)])
    if options.rule == "adagrad":
        squares += gradient * gradient
        weights -= options.eta * gradient / np.sqrt(squares)
    else:
        velocity = (0.8 if options.rule == "momentum" else 0) * velocity - options.eta * gradient
        weights += velocity
