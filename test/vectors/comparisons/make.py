"""Computes the studentized range and simultaneous intervals with SciPy and prints them as JSON.

    apt-get install python3-scipy
    python3 make.py > comparisons.json

Takes minutes. Shares no code with gridient.
"""

import json

import numpy as np
from scipy import optimize, stats

RANDOM = np.random.default_rng(11)
DEGREES = [1, 2, 3, 4, 10, 58, 1000, np.inf]
COUNTS = [2, 3, 7, 10, 30, 100, 1000]


def ranges():
    """Critical values at 5 %, and the probability at four fifths of each."""
    rows = []
    for count in COUNTS:
        for degrees in DEGREES:
            cdf = lambda q: stats.studentized_range.cdf(q, count, degrees)
            q = optimize.brentq(lambda q: cdf(q) - 0.95, 1, 200, xtol=1e-10)
            rows.append([count, None if degrees == np.inf else degrees, q, cdf(0.8 * q)])
    return rows


def family(settings, count, deviations, pooled):
    """Samples, and half the width of the interval of each setting's difference from the first one."""
    shift = RANDOM.normal(0, 0.3, count)
    samples = (RANDOM.normal(0, 1, (settings, count)) * np.array(deviations)[:, None] + shift).round(4)
    residual = samples - samples.mean(1, keepdims=True) - samples.mean(0) + samples.mean()
    half = []
    for own in samples[1:]:
        differences = own - samples[0]
        if pooled:
            degrees = (settings - 1) * (count - 1)
            error = np.sqrt((residual**2).sum() / degrees)
            critical = stats.studentized_range.ppf(0.95, settings, degrees)
            half.append(critical / np.sqrt(2) * max(np.sqrt(2) * error, differences.std(ddof=1)) / np.sqrt(count))
            continue
        level = 0.05 / (settings * (settings - 1) / 2)
        paired = stats.ttest_1samp(differences, 0).confidence_interval(1 - level)
        welch = stats.ttest_ind(own, samples[0], equal_var=False).confidence_interval(1 - level)
        half.append(min((ends.high - ends.low) / 2 for ends in (paired, welch)))
    return {"samples": samples.tolist(), "pooled": pooled, "half": half}, bartlett_ratio(residual)


def bartlett_ratio(residual):
    """Bartlett's statistic of the residuals beside settings and blocks over the median of chi-square."""
    settings, count = residual.shape
    variances = (residual**2).sum(1) / (count - 1) * settings / (settings - 1)
    degrees = count - 1
    statistic = settings * degrees * np.log(variances.mean()) - degrees * np.log(variances).sum()
    statistic /= 1 + (settings + 1) / (3 * settings * degrees)
    return statistic / stats.chi2.ppf(0.5, settings - 1)


def drawn(settings, count, deviations, pooled):
    """Draws until Bartlett's statistic puts the samples clearly on the side that is wanted."""
    while True:
        found, ratio = family(settings, count, deviations, pooled)
        if settings == 2 or (ratio < 0.9 if pooled else ratio > 1.1):
            return found


FAMILIES = [
    (2, 3, [1, 1], True), (4, 5, [1, 1, 1, 1], True), (10, 3, [1] * 10, True), (6, 10, [1] * 6, True),
    (4, 5, [1, 5, 0.2, 1], False), (10, 3, [1, 9, 1, 1, 4, 0.1, 1, 1, 1, 1], False), (3, 10, [1, 3, 0.3], False),
]

print(json.dumps({
    "critical": [[p, df, stats.t.isf(p / 2, df)] for p in [0.05, 0.01, 1e-4, 1e-8] for df in [1, 2, 2.7, 3.9, 10.5, 1000]],
    "normal": [[z, stats.norm.cdf(z)] for z in [-30, -8, -7.1, -7, -3, -1, -0.1, 0, 0.5, 2, 5, 7.05, 9]],
    "ranges": ranges(),
    "families": [drawn(*shape) for shape in FAMILIES],
}, indent=1))
