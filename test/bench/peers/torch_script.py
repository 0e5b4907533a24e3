"""PyTorch by hand as one scripted function: a whole pass without the Python interpreter."""

import torch

from dataset import one_hot
from serve import ETA, serve


def train(inputs, targets, order, w1, b1, w2, b2, batch: int, eta: float, is_quadratic: bool):
    is_full = batch == inputs.size(0)
    start = 0
    while start < inputs.size(0):
        rows = order[start : start + batch]
        x = inputs if is_full else inputs.index_select(0, rows)
        y = targets if is_full else targets.index_select(0, rows)
        a1 = torch.addmm(b1, x, w1.t()).sigmoid_()
        a2 = torch.addmm(b2, a1, w2.t())
        if is_quadratic:
            a2.sigmoid_()
            d2 = torch.ops.aten.sigmoid_backward(torch.sub(a2, y), a2)
        else:
            d2 = torch.softmax(a2, 1).sub_(y)
        d1 = torch.ops.aten.sigmoid_backward(torch.mm(d2, w2), a1)
        rate = -eta / x.size(0)
        w2.addmm_(d2.t(), a1, alpha=rate)
        b2.add_(d2.sum(0), alpha=rate)
        w1.addmm_(d1.t(), x, alpha=rate)
        b1.add_(d1.sum(0), alpha=rate)
        start += batch


scripted = torch.jit.script(train)


def build(images, labels, setting):
    inputs, targets = torch.from_numpy(images), torch.from_numpy(one_hot(labels))
    hidden, features = setting["hidden"], images.shape[1]
    w1, b1 = torch.randn(hidden, features) / features**0.5, torch.zeros(hidden)
    w2, b2 = torch.randn(10, hidden) / hidden**0.5, torch.zeros(10)
    is_quadratic = setting["loss"] == "quadratic"

    @torch.inference_mode()
    def train_pass():
        order = torch.randperm(len(inputs))
        scripted(inputs, targets, order, w1, b1, w2, b2, setting["batch"], ETA, is_quadratic)

    return train_pass


if __name__ == "__main__":
    torch.set_num_threads(1)
    serve(torch.__version__, build)
