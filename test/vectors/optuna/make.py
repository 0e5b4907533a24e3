"""Measures Optuna's TPE on the functions of test/support/test-functions.ts and prints the least regrets as JSON.

    apt-get install python3-optuna
    /usr/bin/python3 make.py > optuna.json

Shares no code with gridient. 30 seeds each; the samplers have their defaults apart from those named.
"""
import json
import math
import statistics
import sys
import warnings

import numpy as np
import optuna

warnings.filterwarnings("ignore")
optuna.logging.set_verbosity(optuna.logging.ERROR)

COUNTS = [50, 100, 200]
SEEDS = 30
A = np.array([[10, 3, 17, 3.5, 1.7, 8], [.05, 10, 17, .1, 8, 14], [3, 3.5, 1.7, 10, 17, 8], [17, 8, .05, 10, .1, 14]])
P = np.array([[.1312, .1696, .5569, .0124, .8283, .5886], [.2329, .4135, .8307, .3736, .1004, .9991],
              [.2348, .1451, .3522, .2883, .3047, .665], [.4047, .8828, .8732, .5743, .1091, .0381]])


def branin(x):
    return ((x[1] - 5.1 / (4 * math.pi ** 2) * x[0] ** 2 + 5 / math.pi * x[0] - 6) ** 2
            + 10 * (1 - 1 / (8 * math.pi)) * math.cos(x[0]) + 10 - 0.39788735772973816)


def hartmann(x):
    return 3.3223680114155147 - np.array([1, 1.2, 3, 3.2]) @ np.exp(-(A * (np.array(x) - P) ** 2).sum(axis=1))


def rosenbrock(x):
    return sum(100 * (b - a * a) ** 2 + (1 - a) ** 2 for a, b in zip(x, x[1:]))


def rastrigin(x):
    return sum(10 + v * v - 10 * math.cos(2 * math.pi * v) for v in x)


FUNCTIONS = {
    "Branin": (branin, [(-5, 10), (0, 15)]),
    "Hartmann-6": (hartmann, [(0, 1)] * 6),
    "Rosenbrock": (rosenbrock, [(-5, 5)] * 10),
    "Rastrigin": (rastrigin, [(-5.12, 5.12)] * 5),
}
SAMPLERS = {
    "TPESampler": lambda seed: optuna.samplers.TPESampler(seed=seed),
    "TPESampler, multivariate": lambda seed: optuna.samplers.TPESampler(seed=seed, multivariate=True),
}


def regrets(function, bounds, sampler):
    study = optuna.create_study(sampler=sampler)
    study.optimize(lambda trial: float(function([trial.suggest_float(f"x{i}", low, high)
                                                 for i, (low, high) in enumerate(bounds)])), n_trials=max(COUNTS))
    values = [trial.value for trial in study.trials]
    return [min(values[:count]) for count in COUNTS]


rows = []
for name, (function, bounds) in FUNCTIONS.items():
    for sampler, make in SAMPLERS.items():
        runs = [regrets(function, bounds, make(seed)) for seed in range(SEEDS)]
        rows.append({"function": name, "sampler": sampler, "medians": [statistics.median(run) for run in zip(*runs)]})
        print(rows[-1], file=sys.stderr)
print(json.dumps({"optuna": optuna.__version__, "seeds": SEEDS, "counts": COUNTS, "rows": rows}))
