"""The tables that scikit-learn bundles, as CSV files: sklearn_tables.py FOLDER. A fifth of each is the test part."""

import csv
import sys
from pathlib import Path

import numpy as np
from sklearn import datasets
from sklearn.model_selection import train_test_split

TABLES = {
    "iris": datasets.load_iris,
    "wine": datasets.load_wine,
    "breast-cancer": datasets.load_breast_cancer,
    "digits8": datasets.load_digits,
    "diabetes": datasets.load_diabetes,
}


def write_table(path, table):
    """One line a row: its part, its numbers, its target; classes by name."""
    is_regression = not hasattr(table, "target_names")
    target = table.target if is_regression else np.array([f"class {c}" for c in table.target_names])[table.target]
    rows = np.arange(len(target))
    _, test = train_test_split(rows, test_size=0.2, random_state=0, stratify=None if is_regression else target)
    parts = np.where(np.isin(rows, test), "test", "train")
    with open(path, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["part", *table.feature_names, "answer"])
        writer.writerows([part, *map(repr, numbers), answer] for part, numbers, answer in zip(parts, table.data.tolist(), target.tolist()))


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    for name, load in TABLES.items():
        write_table(folder / f"{name}.csv", load())
