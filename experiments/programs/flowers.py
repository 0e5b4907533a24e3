"""Trains one network of scikit-learn on the flowers, with the settings that flowers.mjs gives gridient."""

import argparse
import json

import numpy as np
from sklearn.impute import SimpleImputer
from sklearn.metrics import log_loss
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

parser = argparse.ArgumentParser()
parser.add_argument("--eta", type=float)
parser.add_argument("--seed", type=int)
parser.add_argument("--epochs", type=int)
options = parser.parse_args()

TABLE = "data/flowers.csv"
MEASURES = (3, 4, 5)  # petalLength, petalWidth, stemLength
SPECIES = 7
TRAINING, VALIDATION = slice(0, 216), slice(216, 288)

measures = np.genfromtxt(TABLE, delimiter=",", skip_header=1, usecols=MEASURES)
species = np.genfromtxt(TABLE, delimiter=",", skip_header=1, usecols=SPECIES, dtype=str)
scale = make_pipeline(SimpleImputer(), StandardScaler()).fit(measures[TRAINING])
inputs, answers = scale.transform(measures[TRAINING]), species[TRAINING]
held_out, held_out_answers = scale.transform(measures[VALIDATION]), species[VALIDATION]

network = MLPClassifier(
    hidden_layer_sizes=(8,),
    activation="tanh",
    solver="sgd",
    learning_rate_init=options.eta,
    momentum=0,
    nesterovs_momentum=False,
    alpha=0,
    batch_size=10,
    random_state=options.seed,
)
for epoch in range(1, options.epochs + 1):
    network.partial_fit(inputs, answers, classes=np.unique(answers))  # one epoch
    loss = log_loss(held_out_answers, network.predict_proba(held_out), labels=network.classes_)
    accuracy = network.score(held_out, held_out_answers)
    print(json.dumps({"epoch": epoch, "validationLoss": float(loss), "validationAccuracy": float(accuracy)}))
