"""PyTorch by hand: backward pass written out, every intermediate in a buffer made before, inference mode."""

import torch

from dataset import one_hot
from serve import ETA, serve

sigmoid_backward = torch.ops.aten.sigmoid_backward.grad_input


class Network:
    def __init__(self, images, labels, setting):
        self.inputs, self.targets = torch.from_numpy(images), torch.from_numpy(one_hot(labels))
        self.batch, self.is_quadratic = setting["batch"], setting["loss"] == "quadratic"
        hidden, features = setting["hidden"], images.shape[1]
        # Weights as [units, inputs]: measured faster to update.
        self.w1, self.b1 = torch.randn(hidden, features) / features**0.5, torch.zeros(hidden)
        self.w2, self.b2 = torch.randn(10, hidden) / hidden**0.5, torch.zeros(10)
        self.is_full = self.batch == len(images)
        widths = (1 if self.is_full else features, 10, hidden, hidden, 10, 10)
        sizes = {self.batch, len(images) % self.batch} - {0}
        self.buffers = {size: [torch.empty(size, width) for width in widths] for size in sizes}

    @torch.inference_mode()
    def train_pass(self):
        if self.is_full:
            return self.step(self.inputs, self.targets, self.buffers[self.batch])
        for rows in torch.randperm(len(self.inputs)).split(self.batch):
            buffers = self.buffers[len(rows)]
            x = torch.index_select(self.inputs, 0, rows, out=buffers[0])
            y = torch.index_select(self.targets, 0, rows, out=buffers[1])
            self.step(x, y, buffers)

    def step(self, x, y, buffers):
        _, _, a1, d1, a2, d2 = buffers
        torch.addmm(self.b1, x, self.w1.t(), out=a1).sigmoid_()
        torch.addmm(self.b2, a1, self.w2.t(), out=a2)
        if self.is_quadratic:
            torch.sub(a2.sigmoid_(), y, out=d2)
            sigmoid_backward(d2, a2, grad_input=d2)
        else:
            torch.softmax(a2, 1, out=d2).sub_(y)
        torch.mm(d2, self.w2, out=d1)
        sigmoid_backward(d1, a1, grad_input=d1)
        rate = -ETA / len(x)
        self.w2.addmm_(d2.t(), a1, alpha=rate)
        self.b2.add_(d2.sum(0), alpha=rate)
        self.w1.addmm_(d1.t(), x, alpha=rate)
        self.b1.add_(d1.sum(0), alpha=rate)


if __name__ == "__main__":
    torch.set_num_threads(1)
    serve(torch.__version__, lambda *arguments: Network(*arguments).train_pass)
