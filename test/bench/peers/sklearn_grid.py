"""Trains the grid of bench:sklearn with scikit-learn and joblib on the CSV files of a folder: sklearn_grid.py FOLDER OUT.csv"""

import csv
import itertools
import json
import sys
import warnings
from pathlib import Path

import joblib
import numpy as np
import sklearn
from sklearn.neural_network import MLPClassifier, MLPRegressor
from sklearn.preprocessing import StandardScaler

PROCESSES = 2


def read_table(path):
    """Numbers scaled as training rows are, and targets, for both parts."""
    with open(path, newline="") as file:
        header, *rows = csv.reader(file)
    is_test = np.array([row[0] == "test" for row in rows])
    inputs = np.array([row[1:-1] for row in rows], dtype=float)
    answers = np.array([row[-1] for row in rows])
    inputs = StandardScaler().fit(inputs[~is_test]).transform(inputs)
    return inputs[~is_test], answers[~is_test], inputs[is_test], answers[is_test]


def train(folder, setting, activation, step, seed):
    warnings.filterwarnings("ignore")
    inputs, answers, test_inputs, test_answers = read_table(Path(folder) / f"{setting['table']}.csv")
    options = dict(
        hidden_layer_sizes=setting["hidden"],
        activation=activation,
        solver=step["solver"],
        learning_rate_init=step["eta"],
        momentum=0.9,
        nesterovs_momentum=False,
        alpha=0,
        batch_size=setting["batchSize"],
        max_iter=setting["epochs"],
        tol=0,
        n_iter_no_change=10**6,
        random_state=seed,
    )
    if setting["isRegression"]:
        scaler = StandardScaler().fit(answers.astype(float)[:, None])
        scaled, test_scaled = (scaler.transform(each.astype(float)[:, None])[:, 0] for each in (answers, test_answers))
        metric = MLPRegressor(**options).fit(inputs, scaled).score(test_inputs, test_scaled)
    else:
        metric = MLPClassifier(**options).fit(inputs, answers).score(test_inputs, test_answers)
    return {"table": setting["table"], "activation": activation, "solver": step["solver"], "seed": seed, "metric": metric}


if __name__ == "__main__":
    print(sklearn.__version__)
    folder, out = sys.argv[1:]
    grid = json.loads((Path(folder) / "grid.json").read_text())
    points = [
        (setting, activation, step, seed)
        for setting in grid["settings"]
        for activation, step, seed in itertools.product(grid["activations"], grid["steps"], range(grid["seeds"]))
    ]
    rows = joblib.Parallel(n_jobs=PROCESSES)(joblib.delayed(train)(folder, *point) for point in points)
    with open(out, "w", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
