"""Trains one sigmoid neuron with NumPy in float64 and prints its answers, epoch by epoch, as JSON.

The input is 1, the answer is to be 0, eta is 0.15: Nielsen, "Neural networks and deep learning" (2015), chapter 3. He
publishes the last answers by the quadratic cost, 0.09 from the weight 0.6 and the bias 0.9, and 0.20 from 2 and 2. As the
input is 1, only the sum of weight and bias matters: 0.75 and 0.75 are 0.6 and 0.9.

    apt-get install python3-numpy
    python3 make.py > answers.json
"""

import json

import numpy


def answers(start, loss):
    weight = bias = numpy.float64(start)
    found = []
    for _ in range(301):
        a = 1 / (1 + numpy.exp(-(weight + bias)))
        found.append(round(float(a), 9))
        slope = a * (a * (1 - a) if loss == "quadratic" else 1)
        weight -= 0.15 * slope
        bias -= 0.15 * slope
    return found


cases = [(start, loss) for start in (0.75, 2) for loss in ("quadratic", "binaryCrossEntropy")]
print(json.dumps([{"init": start, "loss": loss, "answers": answers(start, loss)} for start, loss in cases]))
