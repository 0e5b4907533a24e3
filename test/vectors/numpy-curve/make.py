"""Trains small networks with NumPy in float64 and prints data, first weights and loss curves as JSON.

    python3 make.py > curve.json

Written from the textbook, on whole batches as matrices: shares no code with gridient.
"""
import json
import numpy as np

SIZES = [12, 5, 4, 3]
EXAMPLES, BATCH, STEPS, ETA = 40, 8, 10, 0.5
CASES = [
    ("sigmoid", "sigmoid", "quadratic"),
    ("tanh", "identity", "quadratic"),
    ("relu", "sigmoid", "mse"),
    ("identity", "identity", "mse"),
    ("tanh", "softmax", "crossEntropy"),
    ("relu", "softmax", "crossEntropy"),
    ("sigmoid", "sigmoid", "binaryCrossEntropy"),
]


def activate(name, z):
    if name == "softmax":
        e = np.exp(z - z.max(axis=1, keepdims=True))
        return e / e.sum(axis=1, keepdims=True)
    return {"sigmoid": lambda: 1 / (1 + np.exp(-z)), "tanh": lambda: np.tanh(z),
            "relu": lambda: np.maximum(z, 0), "identity": lambda: z}[name]()


def derivative(name, a):
    return {"sigmoid": lambda: a * (1 - a), "tanh": lambda: 1 - a**2,
            "relu": lambda: (a > 0).astype(float), "identity": lambda: np.ones_like(a)}[name]()


def cost(name, a, y):
    """Mean over the batch."""
    total = {"quadratic": lambda: ((y - a) ** 2).sum() / 2,
             "mse": lambda: ((y - a) ** 2).mean(axis=1).sum(),
             "crossEntropy": lambda: -(y * np.log(a)).sum(),
             "binaryCrossEntropy": lambda: -(y * np.log(a) + (1 - y) * np.log(1 - a)).sum()}[name]()
    return total / len(a)


def train(hidden, output, loss, weights, biases, x, y):
    names = [hidden] * (len(weights) - 1) + [output]
    curve = []
    for step in range(STEPS):
        rows = np.arange(step * BATCH, (step + 1) * BATCH) % EXAMPLES
        layers = [x[rows]]
        for name, w, b in zip(names, weights, biases):
            layers.append(activate(name, layers[-1] @ w.T + b))
        curve.append(cost(loss, layers[-1], y[rows]))
        delta = (layers[-1] - y[rows]) / BATCH
        if loss == "mse":
            delta *= 2 / y.shape[1]
        if loss in ("quadratic", "mse"):
            delta *= derivative(output, layers[-1])
        for i in reversed(range(len(weights))):
            gradient, bias_gradient = delta.T @ layers[i], delta.sum(axis=0)
            if i > 0:
                delta = (delta @ weights[i]) * derivative(hidden, layers[i])
            weights[i] = weights[i] - ETA * gradient
            biases[i] = biases[i] - ETA * bias_gradient
    return curve


def main():
    rng = np.random.default_rng(20260101)
    inputs = rng.integers(1, 256, (EXAMPLES, SIZES[0])) * (rng.random((EXAMPLES, SIZES[0])) < 0.5)
    labels = rng.integers(0, SIZES[-1], EXAMPLES)
    # Multiples of 1/128, so that float32 holds them exactly.
    draw = lambda *shape: np.round(rng.normal(0, 0.5, shape) * 128) / 128
    weights = [draw(units, fan_in) for fan_in, units in zip(SIZES, SIZES[1:])]
    biases = [draw(units) for units in SIZES[1:]]
    y = np.eye(SIZES[-1])[labels]
    cases = []
    for hidden, output, loss in CASES:
        w, b = list(weights), list(biases)
        curve = train(hidden, output, loss, w, b, inputs / 255, y)
        cases.append({"activation": hidden, "output": output, "loss": loss, "curve": curve,
                      "lastWeights": w[-1].ravel().tolist(), "lastBiases": b[-1].tolist()})
    print(json.dumps({
        "sizes": SIZES, "batchSize": BATCH, "steps": STEPS, "eta": ETA,
        "inputs": inputs.ravel().tolist(), "labels": labels.tolist(),
        "weights": [w.ravel().tolist() for w in weights], "biases": [b.tolist() for b in biases],
        "cases": cases,
    }))


main()
