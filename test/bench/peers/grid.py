"""The grid that the whole commands train: 12 trials of 5 epochs, softmax and cross-entropy. See grid.yaml."""

import csv
import itertools
import sys

ETAS, BATCHES, HIDDENS, EPOCHS = (0.1, 0.3, 1.0), (10, 128), (30, 100), 5
POINTS = list(itertools.product(ETAS, BATCHES, HIDDENS))
PROCESSES = 2


def write_rows(rows):
    """Writes dictionaries to the CSV file that the command line names."""
    with open(sys.argv[1], "w", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
