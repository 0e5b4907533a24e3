"""What PyTorch computes under the words of docs/reference/definitions.md, float64: writes definitions.json beside this file.

Losses of five examples with four outputs, activations at nine inputs, and a gradient clipped before weight decay.
"""

import json
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional

torch.set_default_dtype(torch.float64)
torch.manual_seed(2026)
# Numbers of float32, so that both sides begin with the same bits.
Z = (2.5 * torch.randn(5, 4)).float().double()
TARGETS = (1.5 * torch.randn(5, 4)).float().double()
LABELS = torch.tensor([0, 3, 1, 2, 3])
ONE_HOT = functional.one_hot(LABELS, 4).double()
WEIGHTS = torch.tensor([0.5, 1.0, 2.0, 4.0])
SMOOTHING = 0.125

mse, huber = nn.MSELoss(), nn.HuberLoss(delta=1.0)
binary = nn.BCELoss()
probabilities = torch.sigmoid(Z)

LOSSES = {
    "mse": mse(Z, TARGETS),
    "huber": huber(Z, TARGETS),
    "crossEntropy": nn.CrossEntropyLoss()(Z, LABELS),
    "crossEntropy, labelSmoothing": nn.CrossEntropyLoss(label_smoothing=SMOOTHING)(Z, LABELS),
    "crossEntropy, classWeights": nn.CrossEntropyLoss(weight=WEIGHTS)(Z, LABELS),
    "binaryCrossEntropy": binary(probabilities, ONE_HOT),
    "binaryCrossEntropy, labelSmoothing": binary(probabilities, ONE_HOT * (1 - SMOOTHING) + SMOOTHING / 2),
}
X = torch.linspace(-4, 4, 9)
ACTIVATIONS = {
    "gelu": nn.GELU(approximate="tanh")(X),
    "leakyRelu": nn.LeakyReLU()(X),
    "elu": nn.ELU()(X),
    "silu": nn.SiLU()(X),
    "softplus": nn.Softplus()(X),
    "relu": nn.ReLU()(X),
    "tanh": nn.Tanh()(X),
    "sigmoid": nn.Sigmoid()(X),
}


def clipped_step():
    """One step of SGD from w = (3, -4), g = (6, 8), norm 1, weight decay 0.1, eta 0.5."""
    w = nn.Parameter(torch.tensor([3.0, -4.0]))
    w.grad = torch.tensor([6.0, 8.0])
    nn.utils.clip_grad_norm_([w], 1.0)
    torch.optim.SGD([w], lr=0.5, weight_decay=0.1).step()
    return w.tolist()


answers = {
    "torch": torch.__version__,
    "z": Z.tolist(),
    "targets": TARGETS.tolist(),
    "labels": LABELS.tolist(),
    "classWeights": WEIGHTS.tolist(),
    "labelSmoothing": SMOOTHING,
    "losses": {name: loss.item() for name, loss in LOSSES.items()},
    "geluByErf": nn.GELU()(X).tolist(),
    "inputs": X.tolist(),
    "activations": {name: values.tolist() for name, values in ACTIVATIONS.items()},
    "clippedStep": clipped_step(),
}
text = json.dumps(answers, indent=1)
Path(__file__).with_name("definitions.json").write_text(text + "\n")
