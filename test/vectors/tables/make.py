"""Writes table.csv, a table with missing values, and encodings.json, what scikit-learn makes of its columns.

Needs numpy and scikit-learn: python3 make.py
"""

import csv
import json
import random

import numpy
import sklearn
from sklearn.impute import SimpleImputer
from sklearn.preprocessing import MinMaxScaler, OneHotEncoder, StandardScaler

random.seed(8)
ROWS = 60
NUMBERS = ["size", "weight", "year"]
rows = [
    {
        "size": "" if i % 9 == 4 else round(random.gauss(12, 3), 2),
        "weight": "" if i % 13 == 5 else round(10 ** random.uniform(-3, 5), 4),
        "year": "" if i % 17 == 6 else random.randint(1990, 1996),
        "colour": "" if i % 11 == 3 else random.choice(["red", "green", "blue", "blue", "Zinc"]),
        "y": round(random.gauss(0, 1), 3),
    }
    for i in range(ROWS)
]
with open("table.csv", "w", newline="") as file:
    writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)

train = rows[: ROWS - 12 - 12]  # split: ordered, with shares of 0.2


def column(name):
    return numpy.array([[numpy.nan if row[name] == "" else row[name]] for row in train], dtype=float)


def figures(values):
    standard, ranged = StandardScaler().fit(values), MinMaxScaler().fit(values)
    stand_ins = {
        rule: float(SimpleImputer(strategy=strategy).fit(values).statistics_[0])
        for rule, strategy in [("mean", "mean"), ("median", "median"), ("mostFrequent", "most_frequent")]
    }
    return {
        "standard": {"center": float(standard.mean_[0]), "scale": float(standard.scale_[0])},
        "minmax": {"center": float(ranged.data_min_[0]), "scale": float(ranged.data_range_[0])},
        "missing": stand_ins,
    }


colours = numpy.array([[row["colour"]] for row in train if row["colour"] != ""], dtype=object)
result = {
    "scikit-learn": sklearn.__version__,
    "numbers": {name: figures(column(name)) for name in NUMBERS},
    "target": figures(column("y"))["standard"],
    "categories": list(OneHotEncoder().fit(colours).categories_[0]),
    "infrequent": list(OneHotEncoder(min_frequency=8).fit(colours).infrequent_categories_[0]),
    "mostFrequent": str(SimpleImputer(strategy="most_frequent").fit(colours).statistics_[0]),
}
with open("encodings.json", "w") as file:
    json.dump(result, file, indent=2)
    file.write("\n")
