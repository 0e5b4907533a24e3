"""Simulates how often 95 % intervals of a share's mean hold it, prints a table, and writes intervals.json for the tests.

    python3 coverage.py      # NumPy and SciPy

Shares no code with gridient. `student` is mean ± t sd / sqrt(n); `clipped` is the same within 0 and 1, so it holds the mean as
often; `logit` is expit(logit(mean) ± t sd / (sqrt(n) mean (1 - mean))), the delta method; `values` is Student's interval of the
logits of the single values; `chosen`, what gridient shows, is `student` while twice its arm stays within 0 and 1, else
`logit`. "out" is how often `student` leaves 0 to 1, "±" how often `chosen` is symmetric.
"""
import json
import pathlib
import numpy as np
from scipy import special, stats

RANDOM = np.random.default_rng(1)
SAMPLES = 100_000


def intervals(x):
    n = x.shape[1]
    mean = x.mean(1)
    arm = stats.t.ppf(0.975, n - 1) * x.std(1, ddof=1) / np.sqrt(n)
    variance = mean * (1 - mean)
    scaled = np.where(variance > 0, arm / np.where(variance > 0, variance, 1), 0)
    logit = special.logit(mean)
    logits = special.logit(np.clip(x, 1e-4, 1 - 1e-4))
    wide = stats.t.ppf(0.975, n - 1) * logits.std(1, ddof=1) / np.sqrt(n)
    near = (mean - 2 * arm < 0) | (mean + 2 * arm > 1)
    return near, {
        "student": (mean - arm, mean + arm),
        "logit": (special.expit(logit - scaled), special.expit(logit + scaled)),
        "values": (special.expit(logits.mean(1) - wide), special.expit(logits.mean(1) + wide)),
        "chosen": (np.where(near, special.expit(logit - scaled), mean - arm),
                   np.where(near, special.expit(logit + scaled), mean + arm)),
    }


def beta(mean, sd):
    k = mean * (1 - mean) / sd**2 - 1
    return f"beta, mean {mean}, sd {sd}", mean, lambda n: RANDOM.beta(mean * k, (1 - mean) * k, (SAMPLES, n))


def right(p, examples):
    return f"{p} of {examples} right", p, lambda n: RANDOM.binomial(examples, p, (SAMPLES, n)) / examples


def main():
    names = ["student", "logit", "values", "chosen"]
    print("| replicates | shares | " + " | ".join(names) + " | out | ± |")
    for n in (3, 5, 10):
        for name, mean, draw in [beta(0.5, 0.05), beta(0.9, 0.02), beta(0.957, 0.003), beta(0.97, 0.02), beta(0.98, 0.015),
                                 beta(0.99, 0.008), beta(0.14, 0.06), beta(0.1, 0.1), beta(0.3, 0.2), right(0.97, 36),
                                 right(0.95, 600)]:
            near, found = intervals(draw(n))
            cells = [f"{100 * np.mean((low <= mean) & (mean <= high)):.1f} %" for low, high in map(found.get, names)]
            low, high = found["student"]
            print(f"| {n} | {name} | {' | '.join(cells)} | {100 * np.mean((low < 0) | (high > 1)):.0f} % | {100 - 100 * near.mean():.0f} % |")
    vectors = []
    for values in [[0.1, 0.1, 0.208], [0.998, 1, 0.999], [0.95, 0.96, 0.955], [0.5, 0.9], [0, 0, 0.02, 0], [0.97, 0.91, 0.99, 0.98, 0.7],
                   [0, 1], [0.6, 0.61, 0.59, 0.64]]:
        near, found = intervals(np.array([values]))
        low, high = found["chosen"]
        vectors.append({"values": values, "near": bool(near[0]), "low": low[0], "high": high[0]})
    pathlib.Path(__file__).with_name("intervals.json").write_text(json.dumps(vectors, indent=1) + "\n")


main()
