"""How the benchmark talks to a Python peer: one JSON object a line on stdin, one a line on stdout."""

import json
import sys
import time

import dataset

ETA = 1.0


def serve(version, build):
    """Answers until stdin ends.

    {"hidden": 30, "batch": 10, "loss": "quadratic", "data": "images"} makes a network and trains a first pass;
    {} trains one pass more and answers with the CPU seconds that it took and the number of examples.

    `build(images, labels, setting)` returns a function that trains one pass over all examples in random order.
    """
    answer({"version": version})
    train_pass, images = None, []
    for line in sys.stdin:
        setting = json.loads(line)
        if setting:
            images, labels = dataset.load(setting["data"])
            setting["batch"] = min(setting["batch"], len(images))
            train_pass = build(images, labels, setting)
        start = time.process_time()
        train_pass()
        answer({"seconds": time.process_time() - start, "examples": len(images)})


def answer(value):
    print(json.dumps(value), flush=True)
