"""Twenty steps of PyTorch's optimizers, float64, on a fixed gradient: writes steps.json beside this file.

The gradient of step t at w is Hw - b with a badly conditioned H, turned around every third step, so that velocities
and mean squares differ from their limits. Weights only (no biases), so weight decay applies to all.
"""

import json
from pathlib import Path

import torch

torch.set_default_dtype(torch.float64)
STEPS = 20
START = [1.0, -0.5, 0.25, 2.0]
H = torch.diag(torch.tensor([10.0, 1.0, 0.1, 0.01]))
B = torch.tensor([0.3, -0.2, 0.1, 0.05])
SGD, RMS, ADAM, ADAMW = torch.optim.SGD, torch.optim.RMSprop, torch.optim.Adam, torch.optim.AdamW

# name, options as gridient spells them, eta, PyTorch's optimizer and arguments, norm to clip to
CASES = [
    ("sgd", {}, 0.05, SGD, {}, None),
    ("sgd", {"l2": 0.1}, 0.05, SGD, {"weight_decay": 0.1}, None),
    ("sgd", {"clipNorm": 0.5}, 0.05, SGD, {}, 0.5),
    ("momentum", {"beta1": 0.9}, 0.01, SGD, {"momentum": 0.9}, None),
    ("momentum", {"beta1": 0.5, "l2": 0.1}, 0.01, SGD, {"momentum": 0.5, "weight_decay": 0.1}, None),
    ("nesterov", {"beta1": 0.9}, 0.01, SGD, {"momentum": 0.9, "nesterov": True}, None),
    ("adagrad", {"epsilon": 1e-8}, 0.1, torch.optim.Adagrad, {"eps": 1e-8}, None),
    ("rmsprop", {"beta2": 0.9, "epsilon": 1e-8}, 0.01, RMS, {"alpha": 0.9, "eps": 1e-8}, None),
    ("adam", {"beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8}, 0.05, ADAM, {}, None),
    ("adam", {"beta1": 0.8, "beta2": 0.95, "epsilon": 1e-4, "l2": 0.1}, 0.05, ADAM,
     {"betas": (0.8, 0.95), "eps": 1e-4, "weight_decay": 0.1}, None),
    ("adam", {"beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8, "clipNorm": 0.5}, 0.05, ADAM, {}, 0.5),
    ("adamw", {"beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8, "weightDecay": 0.1}, 0.05, ADAMW,
     {"weight_decay": 0.1}, None),
]


def gradient(w, step):
    return (H @ w - B) * (-1 if step % 3 == 2 else 1)


def run(eta, make, arguments, clip):
    w = torch.nn.Parameter(torch.tensor(START))
    optimizer = make([w], lr=eta, **arguments)
    path = []
    for step in range(STEPS):
        w.grad = gradient(w.detach(), step)
        if clip is not None:
            norm = w.grad.norm()
            w.grad *= min(1.0, clip / norm)  # clip_grad_norm_ adds 1e-6 to the norm
        optimizer.step()
        path.append(w.detach().tolist())
    return path


cases = [
    {"optimizer": {"name": name, **options}, "eta": eta, "path": run(eta, make, arguments, clip)}
    for name, options, eta, make, arguments, clip in CASES
]
text = json.dumps({"torch": torch.__version__, "start": START, "cases": cases}, indent=1)
Path(__file__).with_name("steps.json").write_text(text + "\n")
