"""Computes intervals, tests and sums of squares over the folds of a cross-validation with NumPy and SciPy.

    apt-get install python3-scipy
    python3 make.py > folds.json

Variance of a mean of J values that share training examples: (1/J + tested/trained) sd², by Nadeau and Bengio,
"Inference for the Generalization Error" (Machine Learning 52, 2003). Shares no code with gridient.
"""

import json

import numpy as np
from scipy import stats

RANDOM = np.random.default_rng(8)


def corrected(folds, replicates, tested, trained):
    """Two settings, values by fold, then replicate."""
    count = folds * replicates
    shift = np.repeat(RANDOM.normal(0, 0.05, folds), replicates)
    a = (0.9 + shift + RANDOM.normal(0, 0.02, count)).round(4)
    b = (0.87 + shift + RANDOM.normal(0, 0.02, count)).round(4)
    difference = a - b
    error = lambda values: np.sqrt((1 / count + tested / trained) * np.var(values, ddof=1))
    t = difference.mean() / error(difference)
    low, high = stats.t.interval(0.95, count - 1, difference.mean(), error(difference))
    first = stats.t.interval(0.95, count - 1, a.mean(), error(a))
    cells = np.stack([a, b]).reshape(2, folds, replicates)
    return {
        "folds": folds,
        "replicates": replicates,
        "tested": tested,
        "trained": trained,
        "a": list(a),
        "b": list(b),
        "aLow": first[0],
        "aHigh": first[1],
        "t": t,
        "p": 2 * stats.t.sf(abs(t), count - 1),
        "low": low,
        "high": high,
        "foldSquares": 2 * replicates * ((cells.mean((0, 2)) - cells.mean()) ** 2).sum(),
        "replicateSquares": 2 * ((cells.mean(0) - cells.mean((0, 2))[:, None]) ** 2).sum(),
    }


print(json.dumps([corrected(5, 1, 40, 128), corrected(3, 4, 20, 41), corrected(10, 2, 15, 135)], indent=1))
