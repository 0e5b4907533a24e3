"""Decisions on paired samples by SciPy, for test/results/changes/decide.test.ts. Run: python3 make.py"""

import json
from pathlib import Path

import numpy as np
from scipy import stats

COUNTS = [*range(2, 11), 12, 15, 20, 25, 30, 40, 50, 60, 80, 100, 150, 200, 300, 400, 500, 600, 800, 1000]


def verdict(low, high, margin):
    if low > 0 and high >= margin:
        return "keep"
    if high < margin or high <= 0:
        return "discard"
    return "undecided"


def case(rng, goal, margin):
    n = int(rng.integers(2, 9))
    noise = rng.normal(0, 0.02, n)
    before = 0.9 + noise + rng.normal(0, 0.005, n)
    after = before + rng.normal(rng.choice([-0.03, 0, 0.004, 0.03]), 0.008, n)
    if goal == "minimize":
        before, after = 1 - before, 1 - after
    sign = 1 if goal == "maximize" else -1
    test = stats.ttest_rel(after, before)
    interval = test.confidence_interval(0.95)
    low, high = sorted([sign * interval.low, sign * interval.high])
    mean = sign * float(np.mean(after - before))
    sd = float(np.std(after - before, ddof=1))
    found = verdict(low, high, margin)
    more = None
    if found == "undecided":
        for count in COUNTS:
            half = stats.t.ppf(0.975, count - 1) * sd / np.sqrt(count)
            if verdict(mean - half, mean + half, margin) != "undecided":
                more = max(1, count - n)
                break
    return {
        "goal": goal,
        "margin": margin,
        "before": before.tolist(),
        "after": after.tolist(),
        "verdict": found,
        "mean": mean,
        "low": low,
        "high": high,
        "p": float(test.pvalue),
        "more": more,
    }


rng = np.random.default_rng(22)
cases = [case(rng, goal, margin) for goal in ("maximize", "minimize") for margin in (0, 0.01) for _ in range(15)]
Path(__file__).with_name("decisions.json").write_text(json.dumps(cases, indent=1) + "\n")
