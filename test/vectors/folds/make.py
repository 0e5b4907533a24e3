"""Computes intervals, tests and an analysis of variance over the folds of a cross-validation with NumPy and SciPy.

    apt-get install python3-scipy
    python3 make.py > folds.json

The error of a mean comes from a covariance matrix and from no formula for it: J fold means of which each two have the
correlation tested / (tested + trained) (Nadeau and Bengio, Machine Learning 52, 2003). Their variance is estimated by
generalized least squares, by whitening with the matrix's square root, so that whatever gridient does about folds and replicates
must agree with plain linear algebra. Sums of squares come from least-squares fits of nested models. Shares no code with gridient.
"""

import json

import numpy as np
from scipy import linalg, stats

RANDOM = np.random.default_rng(8)


def generalized(means, tested, trained):
    """Mean, standard error and degrees of freedom of one common mean of correlated values."""
    count = len(means)
    correlation = tested / (tested + trained)
    covariance = correlation * np.ones((count, count)) + (1 - correlation) * np.eye(count)
    white = linalg.inv(linalg.sqrtm(covariance).real)
    design, response = white @ np.ones((count, 1)), white @ means
    solution, _, _, _ = linalg.lstsq(design, response)
    residual = response - design @ solution
    variance = residual @ residual / (count - 1)
    error = np.sqrt(variance * linalg.inv(design.T @ design)[0, 0])
    return solution[0], error, count - 1


def fitted(values, *factors):
    """Residual sum of squares of the least-squares fit of a constant and indicators of all levels of factors but the first."""
    columns = [np.ones(len(values))]
    for factor in factors:
        columns += [(factor == level) * 1.0 for level in np.unique(factor)[1:]]
    design = np.stack(columns, axis=1)
    residual = values - design @ linalg.lstsq(design, values)[0]
    return residual @ residual


def vector(folds, replicates, tested, trained):
    """Two settings, values by fold, then replicate."""
    count = folds * replicates
    shift = np.repeat(RANDOM.normal(0, 0.05, folds), replicates)
    own = np.repeat(RANDOM.normal(0, 0.02, folds), replicates)
    a = (0.9 + shift + own + RANDOM.normal(0, 0.01, count)).round(4)
    b = (0.87 + shift + RANDOM.normal(0, 0.02, count)).round(4)
    means = [values.reshape(folds, replicates).mean(1) for values in (a, b)]
    level, spread, degrees = generalized(means[0], tested, trained)
    low, high = stats.t.interval(0.95, degrees, level, spread)
    difference, error, _ = generalized(means[0] - means[1], tested, trained)
    ends = stats.t.interval(0.95, degrees, difference, error)
    y = np.concatenate(means)
    setting, fold = np.repeat([0, 1], folds), np.tile(np.arange(folds), 2)
    return {
        "folds": folds, "replicates": replicates, "tested": tested, "trained": trained,
        "a": list(a), "b": list(b), "aLow": low, "aHigh": high,
        "t": difference / error, "p": 2 * stats.t.sf(abs(difference / error), degrees), "low": ends[0], "high": ends[1],
        "settingSquares": fitted(y) - fitted(y, setting),
        "foldSquares": fitted(y, setting) - fitted(y, setting, fold),
        "noiseSquares": fitted(y, setting, fold),
    }


print(json.dumps([vector(5, 1, 40, 128), vector(3, 4, 20, 41), vector(10, 2, 15, 135)], indent=1))
