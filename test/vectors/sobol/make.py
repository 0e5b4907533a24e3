"""Writes sobol.json: points of an unscrambled Sobol sequence, and values at shares of distributions.

    python3 make.py      # SciPy

Shares no code with gridient. Points are SciPy's (Joe and Kuo's direction numbers, order of Antonov and Saleev) times 2^32; values
are computed by Python's math and decimal formatting.
"""
import json
import math
import pathlib

from scipy.stats import qmc

DIMENSIONS = 64
INDICES = [0, 1, 2, 3, 4, 5, 6, 7, 31, 100, 4095, 65536, 1000000]


def point(index):
    sequence = qmc.Sobol(DIMENSIONS, scramble=False, bits=32)
    if index > 0:
        sequence.fast_forward(index)
    return [int(x * 2**32) for x in sequence.random(1)[0]]


def log_uniform(low, high, share):
    return float(f"{math.exp(math.log(low) + share * (math.log(high) - math.log(low))):.5e}")


SHARES = [0.001, 0.25, 1 / 3, 0.5, 0.77, 0.999]
values = [
    {"logUniform": {"from": low, "to": high}, "values": [log_uniform(low, high, share) for share in SHARES]}
    for low, high in [(0.001, 10), (1e-9, 1e-8), (3, 300)]
] + [
    {"uniform": {"from": low, "to": high}, "values": [round(low + share * (high - low), digits) for share in SHARES]}
    for low, high, digits in [(0, 1, 6), (-2, 3, 6), (1000, 1001, 6), (0, 0.05, 8)]
] + [
    {"integers": {"from": low, "to": high, "step": step},
     "values": [low + step * math.floor(share * ((high - low) // step + 1)) for share in SHARES]}
    for low, high, step in [(1, 6, 1), (-5, 5, 1), (8, 128, 8)]
]
answers = {"indices": INDICES, "points": [point(index) for index in INDICES], "shares": SHARES, "values": values}
pathlib.Path(__file__).with_name("sobol.json").write_text(json.dumps(answers) + "\n")
