"""scikit-learn's MLP on inputs that are handed to it, as lines of JSON: one answer for each line, a score for each seed."""

import base64
import json
import sys
import warnings

import numpy as np
from sklearn.neural_network import MLPClassifier, MLPRegressor


def array(text, dtype):
    return np.frombuffer(base64.b64decode(text), dtype)


def scores(task):
    x = array(task["inputs"], "<f4").reshape(-1, task["features"])
    train, test = (array(task[part], "<u4") for part in ("train", "test"))
    batch = len(train) if task["batchSize"] == "full" else task["batchSize"]
    settings = dict(
        hidden_layer_sizes=tuple(task["hidden"]),
        activation="logistic",
        solver="sgd",
        alpha=0,
        batch_size=batch,
        momentum=0,
        nesterovs_momentum=False,
        max_iter=task["epochs"],
        tol=0,
        n_iter_no_change=task["epochs"] + 1,
    )
    y = array(task["targets"], "u1" if task["isClasses"] else "<f4")
    # Its loss of numbers is half the mean squared error, ours the whole.
    model, eta = (MLPClassifier, task["eta"]) if task["isClasses"] else (MLPRegressor, 2 * task["eta"])
    return [
        model(learning_rate_init=eta, random_state=seed, **settings).fit(x[train], y[train]).score(x[test], y[test])
        for seed in range(task["seeds"])
    ]


warnings.filterwarnings("ignore")
for line in sys.stdin:
    print(json.dumps(scores(json.loads(line))), flush=True)
