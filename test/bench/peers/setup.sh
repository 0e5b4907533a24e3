#!/usr/bin/env bash
# Brings the peers onto a Debian machine: NumPy, SciPy, scikit-learn, numba and PyTorch as Debian packages them,
# TensorFlow.js into a temporary folder, where tfjs.mjs looks for it. What is missing is left out of the benchmark.
set -euo pipefail
apt-get update -qq
apt-get install -y -qq --no-install-recommends \
  gcc python3-numpy python3-scipy python3-sklearn python3-joblib python3-numba python3-torch
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "${TMPDIR:-/tmp}/gridient-peers" \
  @tensorflow/tfjs@4.22.0 @tensorflow/tfjs-backend-wasm@4.22.0
