"""PyTorch by hand with momentum or Adam: torch_manual.py's passes, the optimizer's vectors changed in place."""

import torch

import torch_manual
from serve import serve

ETA = {"momentum": 0.1, "adam": 0.001}


class Network(torch_manual.Network):
    def __init__(self, images, labels, setting):
        super().__init__(images, labels, setting)
        self.name = setting["optimizer"]
        self.parameters = [self.w1, self.b1, self.w2, self.b2]
        self.states = [[torch.zeros_like(p) for _ in range(3)] for p in self.parameters]
        self.t = 0

    def step(self, x, y, buffers):
        _, _, a1, d1, a2, d2 = buffers
        torch.addmm(self.b1, x, self.w1.t(), out=a1).sigmoid_()
        torch.addmm(self.b2, a1, self.w2.t(), out=a2)
        torch.sub(a2.sigmoid_(), y, out=d2)
        torch_manual.sigmoid_backward(d2, a2, grad_input=d2)
        torch.mm(d2, self.w2, out=d1)
        torch_manual.sigmoid_backward(d1, a1, grad_input=d1)
        d1.div_(len(x))
        d2.div_(len(x))
        self.t += 1
        gradients = [(d1, x), (d1, None), (d2, a1), (d2, None)]
        update = self.momentum if self.name == "momentum" else self.adam
        for p, state, (d, inputs) in zip(self.parameters, self.states, gradients):
            update(p, state, d, inputs)

    def momentum(self, p, state, d, inputs):
        v = state[0]
        if inputs is None:
            v.mul_(0.9).add_(d.sum(0))
        else:
            v.addmm_(d.t(), inputs, beta=0.9)
        p.add_(v, alpha=-ETA["momentum"])

    def adam(self, p, state, d, inputs):
        m, s, g = state
        if inputs is None:
            torch.sum(d, 0, out=g)
        else:
            torch.mm(d.t(), inputs, out=g)
        m.lerp_(g, 0.1)
        s.mul_(0.999).addcmul_(g, g, value=0.001)
        torch.sqrt(s, out=g).mul_(1 / (1 - 0.999**self.t) ** 0.5).add_(1e-8)
        p.addcdiv_(m, g, value=-ETA["adam"] / (1 - 0.9**self.t))


if __name__ == "__main__":
    torch.set_num_threads(1)
    serve(torch.__version__, lambda *arguments: Network(*arguments).train_pass)
