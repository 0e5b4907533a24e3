"""scikit-learn's MLPClassifier with plain SGD. Its only loss for ten classes is cross-entropy after softmax."""

import warnings

import sklearn
from sklearn.neural_network import MLPClassifier

from serve import ETA, serve


def build(images, labels, setting):
    if setting["loss"] != "crossEntropy":
        raise ValueError("scikit-learn has no other loss than crossEntropy")
    model = MLPClassifier(
        (setting["hidden"],),
        activation="logistic",
        solver="sgd",
        alpha=0,
        batch_size=setting["batch"],
        learning_rate_init=ETA,
        momentum=0,
        nesterovs_momentum=False,
        random_state=0,
    )
    return lambda: model.partial_fit(images, labels, classes=range(10))


if __name__ == "__main__":
    warnings.filterwarnings("ignore")
    serve(sklearn.__version__, build)
