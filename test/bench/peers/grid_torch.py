"""The grid with PyTorch in two processes of one thread: grid_torch.py OUT.csv eager|manual|stacked

eager    what most people write
manual   backward pass by hand, buffers made before, inference mode
stacked  the same, and the three learning rates of a (batch, hidden) share every mini-batch in one wide product
"""

import multiprocessing
import sys

import torch
from torch import nn

from dataset import one_hot, read_mnist
from grid import BATCHES, EPOCHS, ETAS, HIDDENS, POINTS, PROCESSES, write_rows

sigmoid_backward = torch.ops.aten.sigmoid_backward.grad_input
data = {}


def load():
    for part in ("train", "t10k"):
        images, labels = read_mnist(part)
        data[part] = torch.from_numpy(images), torch.from_numpy(labels)
    data["targets"] = torch.from_numpy(one_hot(data["train"][1].numpy()))


def row(eta, batch, hidden, logits):
    hits = logits.argmax(-1) == data["t10k"][1]
    return {"eta": eta, "batch": batch, "hidden": hidden, "accuracy": float(hits.float().mean())}


def train_eager(eta, batch, hidden):
    images, labels = data["train"]
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(784, hidden), nn.Sigmoid(), nn.Linear(hidden, 10))
    optimizer = torch.optim.SGD(model.parameters(), lr=eta)
    criterion = nn.CrossEntropyLoss()
    for _ in range(EPOCHS):
        for rows in torch.randperm(len(images)).split(batch):
            optimizer.zero_grad()
            criterion(model(images.index_select(0, rows)), labels.index_select(0, rows)).backward()
            optimizer.step()
    with torch.no_grad():
        return [row(eta, batch, hidden, model(data["t10k"][0]))]


class Stack:
    """Networks that differ in eta only, side by side: first layer one wide product, second a batched one."""

    def __init__(self, etas, batch, hidden):
        torch.manual_seed(0)
        self.etas, self.batch, self.hidden, self.count = etas, batch, hidden, len(etas)
        self.eta = torch.tensor(etas).view(-1, 1, 1)
        self.w1, self.b1 = torch.randn(hidden, 784).repeat(self.count, 1) / 28, torch.zeros(self.count * hidden)
        self.w2 = torch.randn(10, hidden).repeat(self.count, 1, 1) / hidden**0.5
        self.b2 = torch.zeros(self.count, 1, 10)
        units = self.count * hidden
        sizes = {batch, len(data["targets"]) % batch} - {0}
        self.buffers = {m: [torch.empty(m, width) for width in (784, 10, units, units)] for m in sizes}

    def train_epoch(self):
        for rows in torch.randperm(len(data["targets"])).split(self.batch):
            x, y, a1, d1 = self.buffers[len(rows)]
            torch.index_select(data["train"][0], 0, rows, out=x)
            torch.index_select(data["targets"], 0, rows, out=y)
            torch.addmm(self.b1, x, self.w1.t(), out=a1).sigmoid_()
            (self.step_one if self.count == 1 else self.step_many)(a1, y, d1)
            sigmoid_backward(d1, a1, grad_input=d1)
            self.w1.addmm_(d1.t(), x)
            self.b1.add_(d1.sum(0))

    def step_one(self, a1, y, d1):
        """Trains the second layer; writes its errors, times w2, into d1."""
        z = torch.addmm(self.b2[0], a1, self.w2[0].t())
        d2 = torch.softmax(z, 1).sub_(y).mul_(-self.etas[0] / len(y))
        torch.mm(d2, self.w2[0], out=d1)
        self.w2[0].addmm_(d2.t(), a1)
        self.b2[0, 0].add_(d2.sum(0))

    def step_many(self, a1, y, d1):
        a = a1.view(-1, self.count, self.hidden).transpose(0, 1)
        z = torch.baddbmm(self.b2, a, self.w2.transpose(1, 2))
        d2 = torch.softmax(z, 2).sub_(y).mul_(self.eta).mul_(-1 / len(y))
        d1.view(-1, self.count, self.hidden).copy_(torch.bmm(d2, self.w2).transpose(0, 1))
        self.w2.baddbmm_(d2.transpose(1, 2), a)
        self.b2.add_(d2.sum(1, keepdim=True))

    def rows(self):
        a = torch.sigmoid(data["t10k"][0] @ self.w1.t() + self.b1).view(-1, self.count, self.hidden)
        logits = torch.baddbmm(self.b2, a.transpose(0, 1), self.w2.transpose(1, 2))
        return [row(eta, self.batch, self.hidden, logits[k]) for k, eta in enumerate(self.etas)]


@torch.inference_mode()
def train_stack(etas, batch, hidden):
    stack = Stack(etas, batch, hidden)
    for _ in range(EPOCHS):
        stack.train_epoch()
    return stack.rows()


def jobs_of(mode):
    if mode == "eager":
        return [(train_eager, point) for point in POINTS]
    if mode == "manual":
        return [(train_stack, ((eta,), batch, hidden)) for eta, batch, hidden in POINTS]
    return [(train_stack, (ETAS, batch, hidden)) for batch in BATCHES for hidden in reversed(HIDDENS)]


def run(job):
    function, arguments = job
    return function(*arguments)


if __name__ == "__main__":
    print(torch.__version__)
    torch.set_num_threads(1)
    load()
    with multiprocessing.get_context("fork").Pool(PROCESSES) as pool:
        write_rows([row for rows in pool.imap(run, jobs_of(sys.argv[2])) for row in rows])
