"""Computes scores of random answers with scikit-learn and prints them as JSON.

    apt-get install python3-sklearn
    python3 make.py > scores.json

scikit-learn's Brier score is that of two classes; with more it is taken of each class against the rest, and summed up.
"""

import json
import warnings

import numpy
import sklearn
from sklearn.metrics import (
    balanced_accuracy_score,
    brier_score_loss,
    f1_score,
    log_loss,
    mean_absolute_error,
    mean_squared_error,
    precision_score,
    r2_score,
    recall_score,
    roc_auc_score,
)

warnings.filterwarnings("ignore")
random = numpy.random.default_rng(1)


def probabilities(outputs):
    cut = numpy.maximum(outputs, 0)
    sums = cut.sum(axis=1, keepdims=True)
    return numpy.where(sums > 0, cut / numpy.where(sums > 0, sums, 1), 1 / outputs.shape[1])


def area(labels, p):
    """roc_auc_score wants every class to occur where there are more than two; else the mean over those that do."""
    count = p.shape[1]
    if count == 2:
        return roc_auc_score(labels, p[:, 1])
    if len(set(labels)) == count:
        return roc_auc_score(labels, p, multi_class="ovr", average="macro")
    return numpy.mean([roc_auc_score(labels == k, p[:, k]) for k in sorted(set(labels))])


def class_case(name, outputs, labels):
    outputs = outputs.astype(numpy.float32).astype(numpy.float64)
    count = outputs.shape[1]
    classes = list(range(count))
    answers = outputs.argmax(axis=1)
    p = probabilities(outputs)
    brier = [brier_score_loss(labels == k, p[:, k]) for k in classes]
    per_class = {"labels": classes, "average": None}
    return {
        "name": name,
        "count": count,
        "outputs": outputs.ravel().tolist(),
        "labels": labels.tolist(),
        "scores": {
            "balancedAccuracy": balanced_accuracy_score(labels, answers),
            "precision": precision_score(labels, answers, average="macro"),
            "recall": recall_score(labels, answers, average="macro"),
            "f1": f1_score(labels, answers, average="macro"),
            "rocAuc": area(labels, p),
            "logLoss": log_loss(labels, p, labels=classes),
            "brier": brier[1] if count == 2 else sum(brier),
        },
        "perClass": {
            "precision": precision_score(labels, answers, **per_class).tolist(),
            "recall": recall_score(labels, answers, **per_class).tolist(),
            "f1": f1_score(labels, answers, **per_class).tolist(),
        },
        "micro": f1_score(labels, answers, average="micro"),
        "accuracy": float((answers == labels).mean()),
    }


def softmax(z):
    powers = numpy.exp(z)
    return powers / powers.sum(axis=1, keepdims=True)


def number_case(name, outputs, targets, columns):
    outputs, targets = outputs.astype(numpy.float32), targets.astype(numpy.float32)
    scale = numpy.array([c["scale"] for c in columns])
    center = numpy.array([c["center"] for c in columns])
    found, wanted = outputs * scale + center, targets * scale + center
    return {
        "name": name,
        "columns": columns,
        "outputs": outputs.astype(float).ravel().tolist(),
        "targets": targets.astype(float).ravel().tolist(),
        "scores": {
            "mae": mean_absolute_error(wanted, found),
            "rmse": mean_squared_error(wanted, found, squared=False),
            "r2": r2_score(wanted, found),
        },
    }


def labels(examples, count):
    return random.integers(0, count, examples)


two, three, four = labels(60, 2), labels(80, 3), labels(50, 3)
coarse = numpy.round(random.normal(size=(60, 2)), 1)
z = random.normal(size=(80, 3)) + 1.5 * numpy.eye(3)[three]
y = random.normal(size=(40, 1))
y2 = random.normal(size=(30, 2))
print(
    json.dumps(
        {
            "versions": {"numpy": numpy.__version__, "sklearn": sklearn.__version__},
            "classes": [
                class_case("two classes, softmax", softmax(random.normal(size=(60, 2)) + numpy.eye(2)[two]), two),
                class_case("two classes, outputs that are often equal", coarse, two),
                class_case("three classes, softmax", softmax(z), three),
                class_case("three classes, sigmoid", 1 / (1 + numpy.exp(-z)), three),
                class_case("three classes, identity", z, three),
                class_case("a class that never occurs, and one that is never answered",
                           numpy.hstack([random.uniform(size=(50, 3)), random.uniform(size=(50, 2)) * [1, 0.01]]), four),
                class_case("a sure mistake", numpy.array([[1.0, 0.0], [0.0, 1.0], [1.0, 0.0]]), numpy.array([0, 1, 1])),
            ],
            "numbers": [
                number_case("one number", y + 0.3 * random.normal(size=y.shape), y, [{"center": 0, "scale": 1}]),
                number_case("a scaled number", y + 0.3 * random.normal(size=y.shape), y, [{"center": 250, "scale": 30}]),
                number_case("worse than the mean", -y, y, [{"center": 0, "scale": 2}]),
                number_case("two numbers", y2 + [0.1, 0.5] * random.normal(size=y2.shape), y2,
                            [{"center": 10, "scale": 3}, {"center": -1, "scale": 0.5}]),
                number_case("a number that is always the same", y, 0 * y + 2, [{"center": 0, "scale": 1}]),
                number_case("a number that is always the same, and met", 0 * y + 2, 0 * y + 2, [{"center": 0, "scale": 1}]),
            ],
        },
        indent=1,
    )
)
