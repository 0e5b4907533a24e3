"""The grid with scikit-learn and joblib: grid_sklearn.py OUT.csv"""

import warnings

import joblib
import sklearn
from sklearn.neural_network import MLPClassifier

from dataset import read_mnist
from grid import EPOCHS, POINTS, PROCESSES, write_rows


def train(eta, batch, hidden, images, labels, test_images, test_labels):
    warnings.filterwarnings("ignore")
    model = MLPClassifier(
        (hidden,),
        activation="logistic",
        solver="sgd",
        alpha=0,
        batch_size=batch,
        learning_rate_init=eta,
        momentum=0,
        nesterovs_momentum=False,
        max_iter=EPOCHS,
        tol=0,
        n_iter_no_change=10**6,
        random_state=0,
    ).fit(images, labels)
    return {"eta": eta, "batch": batch, "hidden": hidden, "accuracy": model.score(test_images, test_labels)}


if __name__ == "__main__":
    print(sklearn.__version__)
    data = (*read_mnist("train"), *read_mnist("t10k"))
    write_rows(joblib.Parallel(n_jobs=PROCESSES)(joblib.delayed(train)(*point, *data) for point in POINTS))
