"""Computes polygamma functions, moderated variances and analytic sensitivities with SciPy and NumPy and prints them as JSON.

    apt-get install python3-scipy
    python3 make.py > search.json

Shares no code with gridient. The moderated variances follow Smyth (2004), section 6.2, with SciPy's polygamma functions and a
root finder for the inverse of trigamma; no variance becomes smaller.
"""
import json
import numpy as np
from scipy import optimize, special, stats

RANDOM = np.random.default_rng(24)


def moderated(variances, degrees, most):
    logs = np.log([v for v in variances if v > 0])
    excess = np.var(logs, ddof=1) - special.polygamma(1, degrees / 2)
    prior = np.inf if excess <= 0 else 2 * optimize.brentq(lambda x: special.polygamma(1, x) - excess, 1e-9, 1e9, xtol=1e-14, rtol=1e-14)
    prior = min(prior, most - degrees)
    typical = np.exp(np.mean(logs) - special.digamma(degrees / 2) + np.log(degrees / 2)
                     + special.digamma(prior / 2) - np.log(prior / 2))
    return {"variances": list(variances), "degrees": degrees, "most": most, "total": prior + degrees,
            "moderated": [max(v, (prior * typical + degrees * v) / (prior + degrees)) for v in variances]}


def drawn(count, degrees, prior):
    scales = prior / RANDOM.chisquare(prior, count) if prior else np.ones(count)
    return (scales * RANDOM.chisquare(degrees, count) / degrees).round(6)


def ishigami(a=7, b=0.1):
    """Shares of the variance of sin x1 + a sin^2 x2 + b x3^4 sin x1 on [-pi, pi]^3, integrated numerically."""
    nodes, weights = np.polynomial.legendre.leggauss(80)
    x, w = nodes * np.pi, weights / 2
    f = np.sin(x)[:, None, None] + a * np.sin(x)[None, :, None] ** 2 + b * x[None, None, :] ** 4 * np.sin(x)[:, None, None]
    mean = np.einsum("ijk,i,j,k", f, w, w, w)
    variance = np.einsum("ijk,i,j,k", f ** 2, w, w, w) - mean ** 2
    effects = [np.einsum("ijk,j,k->i", f, w, w), np.einsum("ijk,i,k->j", f, w, w), np.einsum("ijk,i,j->k", f, w, w)]
    return [float(((e - mean) ** 2) @ w / variance) for e in effects]


def pair():
    test = stats.ttest_rel([5.1, 5.9, 5.3, 5.6], [1.2, 1.9, 1.1, 1.7])
    return {"t": float(test.statistic), "p": float(test.pvalue), "critical": float(stats.t.isf(0.05 / 3 / 2, 3))}


XS = [0.01, 0.3, 0.5, 1, 1.5, 2.25, 7, 11.9, 12, 40, 500.5]
print(json.dumps({
    "digamma": [[x, float(special.digamma(x))] for x in XS],
    "trigamma": [[x, float(special.polygamma(1, x))] for x in XS],
    "moderated": [
        moderated(drawn(10, 4, 3), 4, 100),
        moderated(drawn(28, 2, 8), 2, 14),
        moderated(drawn(28, 2, 0), 2, 14),
        moderated([0, 0, 0.5, 1.25, 0.75], 3, 12),
    ],
    "pair": pair(),
    "ishigami": ishigami(),
}))
