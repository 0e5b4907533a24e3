"""Computes distributions, tests and analyses of variance with SciPy and statsmodels and prints them as JSON.

    apt-get install python3-scipy python3-statsmodels
    python3 make.py > statistics.json

Shares no code with gridient. Samples are drawn once, rounded, and printed with what they come to.
"""
import itertools
import json
import numpy as np
import pandas as pd
from scipy import special, stats
from statsmodels.formula.api import ols
from statsmodels.stats.anova import anova_lm

RANDOM = np.random.default_rng(5)
DEGREES = [1, 2, 3, 4, 7, 10, 29, 100, 1000]
F_DEGREES = [(1, 2), (2, 4), (3, 7), (6, 12), (1, 100), (40, 5), (17, 300), (200, 1000)]
FS = [1e-6, 0.01, 0.5, 0.9, 1, 1.1, 3, 10, 100, 1e4]


def paired(size, shift):
    a = RANDOM.normal(0, 1, size).round(4)
    b = (0.8 * a + RANDOM.normal(shift, 0.3, size)).round(4)
    test = stats.ttest_rel(a, b)
    low, high = stats.t.interval(0.95, size - 1, np.mean(a - b), stats.sem(a - b))
    return {"a": list(a), "b": list(b), "mean": np.mean(a - b), "sd": np.std(a - b, ddof=1),
            "t": test.statistic, "p": test.pvalue, "low": low, "high": high}


def variance(levels, replicates, formula):
    """Values of a balanced grid, last axis fastest, replicates innermost; blocks are the replicates."""
    names = "abc"[:len(levels)]
    cells = list(itertools.product(*[range(n) for n in levels], range(replicates)))
    frame = pd.DataFrame(cells, columns=[*names, "block"])
    effect = sum(0.3 * (i + 1) * frame[name] for i, name in enumerate(names)) + 0.2 * frame[names[0]] * frame[names[-1]]
    frame["y"] = (effect + 0.5 * frame["block"] + RANDOM.normal(0, 0.4, len(frame))).round(4)
    table = anova_lm(ols(formula, frame).fit())
    rows = [{"source": source, "ss": row["sum_sq"], "df": row["df"],
             "f": None if source in ("Residual", "C(block)") else row["F"],
             "p": None if source in ("Residual", "C(block)") else row["PR(>F)"]}
            for source, row in table.iterrows()]
    return {"levels": levels, "replicates": replicates, "y": list(frame["y"]), "rows": rows}


PAIRED = [paired(2, 0.2), paired(3, 0), paired(5, 1), paired(20, 0.1)]
RANDOM.beta(0.3, 2, 24)  # p values of a method that is gone; without them all samples below would be others

print(json.dumps({
    "logGamma": [[x, special.gammaln(x)] for x in [0.5, 1.5, 3, 7.25, 14.5, 15, 50.5, 500, 2000.5]],
    "t95": [[df, stats.t.ppf(0.975, df)] for df in DEGREES],
    "t": [[t, df, 2 * stats.t.sf(t, df)] for df in DEGREES for t in [1e-3, 0.5, 1, 2, 4, 12]],
    "f": [[f, n, d, stats.f.sf(f, n, d)] for n, d in F_DEGREES for f in FS
          if stats.f.sf(f, n, d) > 0],
    "paired": PAIRED,
    "variance": [
        variance([4], 3, "y ~ C(a) + C(block)"),
        variance([3, 4], 3, "y ~ C(a) * C(b) + C(block)"),
        variance([2, 3, 4], 3, "y ~ C(a) * C(b) * C(c) + C(block)"),
    ],
}, indent=1))
